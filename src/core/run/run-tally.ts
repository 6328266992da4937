import { unreachable } from '../text/unreachable.ts';
import type { RunEvent } from './run-event.ts';

/** What a reader keeps of a run's events: small, so that a list of runs costs no memory. */
export interface RunTally {
  /** Highest seq seen; 0 before the first event. */
  readonly seq: number;
  readonly step: number | null;
  readonly maxSteps: number | null;
  readonly loss: number | null;
  readonly evalLoss: number | null;
  /** Last part of the newest checkpoint's path, such as `checkpoint-30`. */
  readonly checkpoint: string | null;
  readonly ended: Extract<RunEvent, { type: 'ended' }> | null;
}

export const emptyTally: RunTally = {
  seq: 0,
  step: null,
  maxSteps: null,
  loss: null,
  evalLoss: null,
  checkpoint: null,
  ended: null,
};

/** The tally after one more event. An event whose seq was seen already changes nothing. */
export function tallyEvent(tally: RunTally, event: RunEvent): RunTally {
  if (event.seq <= tally.seq) return tally;
  const next = { ...tally, seq: event.seq };
  switch (event.type) {
    case 'phase':
      return event.name === 'training' ? trainingPhase(next, event) : next;
    case 'log':
      return { ...next, step: event.step, loss: event.metrics['loss'] ?? next.loss };
    case 'eval':
      return { ...next, step: event.step, evalLoss: event.metrics['eval_loss'] ?? next.evalLoss };
    case 'checkpoint':
      return { ...next, checkpoint: lastPart(event.path) };
    case 'ended':
      return { ...next, ended: event };
    case 'started':
    case 'rows':
    case 'resources':
    case 'warning':
      return next;
    default:
      return unreachable(event);
  }
}

function trainingPhase(tally: RunTally, event: Extract<RunEvent, { type: 'phase' }>): RunTally {
  return { ...tally, step: event.done ?? tally.step, maxSteps: event.total ?? tally.maxSteps };
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
