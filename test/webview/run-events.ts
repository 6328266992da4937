import type { RunEvent } from '../../src/core/run/run-event.ts';

const common = (seq: number, at: number) => ({ v: 1 as const, seq, time: new Date(at * 1000).toISOString() });

/** A logged step, `at` seconds after the start; its seq is its step unless one is given. */
export function logEvent(step: number, loss: number, at = step, seq = step): RunEvent {
  return { ...common(seq, at), type: 'log', step, epoch: step / 10, metrics: { loss } };
}

export function evalEvent(seq: number, step: number, loss: number, at = step): RunEvent {
  return { ...common(seq, at), type: 'eval', step, epoch: step / 10, metrics: { eval_loss: loss } };
}

export function checkpointEvent(seq: number, step: number): RunEvent {
  return { ...common(seq, step), type: 'checkpoint', step, path: `out/checkpoint-${step}` };
}

export function warningEvent(seq: number, code: string, message: string): RunEvent {
  return { ...common(seq, seq), type: 'warning', code, message };
}
