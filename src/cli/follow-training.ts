import { formatMessage } from '../core/text/format-message.ts';
import type { Message } from '../core/text/message.ts';
import { followRun, type RunUpdate } from '../node/run/follow-run.ts';
import type { RunHandle } from '../node/run/run-handle.ts';
import type { RunStatus } from '../node/run/run-reader.ts';
import { stopRun } from '../node/run/stop-run.ts';
import type { CommandContext } from './command.ts';
import { eventLine } from './run-lines.ts';

/**
 * Prints a run's events as notes until it ends, or until Ctrl+C lets go of it.
 * @returns how it ended; `running` if it goes on without us
 */
export async function followTraining(handle: RunHandle, context: CommandContext): Promise<RunStatus> {
  note({ id: 'run.started', args: { id: handle.id, folder: handle.directory } }, context);
  const followed = followRun(handle.directory, (update) => printEvents(update, context));
  const interrupted = whenAborted(context.signal);
  try {
    const ended = await Promise.race([followed.ended, interrupted]);
    if (ended !== null) return ended;
    if (await wantsStop(context)) {
      note({ id: 'run.stopping' }, context);
      return await stopRun(handle.directory);
    }
    followed.dispose();
    note({ id: 'run.detached', args: { id: handle.id } }, context);
    return await followed.ended;
  } finally {
    followed.dispose();
  }
}

function printEvents({ events, summary }: RunUpdate, context: CommandContext): void {
  for (const event of events) {
    const line = eventLine(event, summary.maxSteps);
    if (line !== null) context.note(`${line}\n`);
  }
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** Without a terminal nobody can be asked: the run goes on. SIGTERM asks nothing either. */
async function wantsStop(context: CommandContext): Promise<boolean> {
  if (!context.terminal.in || !context.terminal.err || context.signal.reason === 'SIGTERM') return false;
  note({ id: 'run.ask-detach' }, context);
  for await (const answer of context.stdin) {
    return /^\s*(s|stop|중지)\s*$/i.test(new TextDecoder().decode(answer));
  }
  return false;
}

function note(message: Message, context: CommandContext): void {
  context.note(`${formatMessage(message, context.language)}\n`);
}
