import { formatMessage } from '../core/text/format-message.ts';
import { connectHub } from '../node/hub/connect-hub.ts';
import { keepFollowing } from '../node/run/keep-following.ts';
import type { CommandContext } from './command.ts';

/** What brings in a job's log while a command looks at the run. */
export interface BringingIn {
  /** Rejects if it fails by a bug of ours: nobody would bring in anything then. */
  readonly failed: Promise<never>;
  end(): Promise<void>;
}

/** Brings in what a job says until `end`, and notes why that does not work. Runs of this computer need nothing. */
export function bringInJob(directory: string, context: CommandContext): BringingIn {
  const stop = new AbortController();
  const following = keepFollowing(directory, {
    connect: () => connectHub(context.env),
    signal: stop.signal,
    onProblem: (problem) => {
      if (problem !== null) context.note(`${formatMessage(problem.detail, context.language)}\n`);
    },
  });
  const failed = new Promise<never>((_, reject) => void following.catch(reject));
  failed.catch(() => undefined);
  return {
    failed,
    async end() {
      stop.abort();
      await following;
    },
  };
}
