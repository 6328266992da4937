import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { RunEvent } from '../../core/run/run-event.ts';
import { ChangeWaiter } from './change-waiter.ts';
import { outputTail } from './output-tail.ts';
import { RunReader, type RunStatus } from './run-reader.ts';

/** What is new about a run: its events since the last update (each seq once, in order) and the redacted end of its output. */
export interface RunUpdate extends RunStatus {
  readonly events: readonly RunEvent[];
  readonly log: string;
}

/** A run under observation. `ended` settles with its end, or with its last state once disposed; it rejects if the directory goes. */
export interface FollowedRun extends Disposable {
  readonly ended: Promise<RunStatus>;
}

const pollMs = 1_000;

/** Follows a run directory from its first event to its end. The first update comes at once, the others when something changed. */
export function followRun(directory: string, onUpdate: (update: RunUpdate) => void): FollowedRun {
  const waiter = new ChangeWaiter(directory);
  let disposed = false;
  const ended = follow(new RunReader(directory), waiter, () => disposed, onUpdate).finally(() =>
    waiter.dispose(),
  );
  // Whoever follows need not wait for the end.
  ended.catch(() => undefined);
  return {
    ended,
    dispose() {
      disposed = true;
      waiter.dispose();
    },
  };
}

async function follow(
  reader: RunReader,
  waiter: ChangeWaiter,
  isDisposed: () => boolean,
  onUpdate: (update: RunUpdate) => void,
): Promise<RunStatus> {
  let shown = '';
  for (;;) {
    const events: RunEvent[] = [];
    const status = await reader.look((more) => {
      for (const event of more) events.push(event);
    });
    const log = await outputTail(reader.directory);
    const looks = JSON.stringify([status.summary, status.record.job, log]);
    if (!isDisposed() && (events.length > 0 || looks !== shown)) onUpdate({ ...status, events, log });
    shown = looks;
    if (isDisposed() || status.summary.state !== 'running') return status;
    await waiter.wait(pollMs);
  }
}
