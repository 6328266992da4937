import type { RunEvent } from './run-event.ts';
import { MetricSeries } from './metric-series.ts';

/** A stretch of a run that the runner named. Times are milliseconds since 1970. */
export interface PhaseProgress {
  readonly name: string;
  readonly start: number;
  /** Null while it lasts. */
  end: number | null;
  done: number | null;
  total: number | null;
}

/** Something the runner found worth a look, and the last step that was logged before it. */
export interface RunWarning {
  readonly code: string;
  readonly message: string;
  readonly step: number | null;
}

interface CheckpointMark {
  readonly step: number;
  readonly path: string;
}

/** What the events of a run say so far. It grows with `addEvents`. */
export interface RunProgress {
  /** Sequence numbers that were taken already. */
  readonly seen: Set<number>;
  readonly phases: PhaseProgress[];
  /** Training metrics by TRL's names, such as `loss` and `grad_norm`. */
  readonly logs: Map<string, MetricSeries>;
  /** Evaluation metrics by TRL's names, such as `eval_loss`. */
  readonly evals: Map<string, MetricSeries>;
  readonly checkpoints: CheckpointMark[];
  readonly warnings: RunWarning[];
  /** The newest step that was logged; after a resume it may lie before older ones. */
  lastStep: number | null;
  /** How the run ended, null before. The last phase was left unfinished unless it is `completed`. */
  outcome: Extract<RunEvent, { type: 'ended' }>['outcome'] | null;
}

export function newRunProgress(): RunProgress {
  return {
    seen: new Set(),
    phases: [],
    logs: new Map(),
    evals: new Map(),
    checkpoints: [],
    warnings: [],
    lastStep: null,
    outcome: null,
  };
}

/** Takes each event once, told apart by `seq`: one that comes again changes nothing. */
export function addEvents(progress: RunProgress, events: readonly RunEvent[]): void {
  for (const event of events) {
    if (progress.seen.has(event.seq)) continue;
    progress.seen.add(event.seq);
    addEvent(progress, event, Date.parse(event.time));
  }
}

function addEvent(progress: RunProgress, event: RunEvent, time: number): void {
  switch (event.type) {
    case 'phase':
      addPhase(progress, event, time);
      return;
    case 'log':
      progress.lastStep = event.step;
      addMetrics(progress.logs, event, time);
      return;
    case 'eval':
      addMetrics(progress.evals, event, time);
      return;
    case 'checkpoint':
      addCheckpoint(progress, event);
      return;
    case 'warning':
      progress.warnings.push({ code: event.code, message: event.message, step: progress.lastStep });
      return;
    case 'ended':
      progress.outcome = event.outcome;
      endPhase(progress, time);
      return;
    case 'started':
    case 'rows':
    case 'resources':
      return;
  }
}

function addPhase(progress: RunProgress, event: Extract<RunEvent, { type: 'phase' }>, time: number): void {
  let phase = progress.phases.at(-1);
  if (phase?.name !== event.name) {
    endPhase(progress, time);
    phase = { name: event.name, start: time, end: null, done: null, total: null };
    progress.phases.push(phase);
  }
  phase.done = event.done ?? phase.done;
  phase.total = event.total ?? phase.total;
}

function endPhase(progress: RunProgress, time: number): void {
  const phase = progress.phases.at(-1);
  if (phase !== undefined) phase.end ??= time;
}

function addMetrics(
  series: Map<string, MetricSeries>,
  event: Extract<RunEvent, { type: 'log' | 'eval' }>,
  time: number,
): void {
  for (const [name, value] of Object.entries(event.metrics)) {
    let metric = series.get(name);
    if (metric === undefined) {
      metric = new MetricSeries();
      series.set(name, metric);
    }
    metric.set({ step: event.step, epoch: event.epoch ?? NaN, time, value });
  }
}

function addCheckpoint(progress: RunProgress, event: Extract<RunEvent, { type: 'checkpoint' }>): void {
  const known = progress.checkpoints.findIndex((mark) => mark.path === event.path);
  if (known >= 0) progress.checkpoints.splice(known, 1);
  progress.checkpoints.push({ step: event.step, path: event.path });
}

/**
 * Seconds that one step took, between each two neighbouring points of the training log. Pairs that a resume has turned
 * round in time are left out.
 */
export function stepSeconds(progress: RunProgress): number[] {
  const series = progress.logs.get('loss');
  if (series === undefined) return [];
  const steps = series.column('step');
  const times = series.column('time');
  const seconds: number[] = [];
  for (let i = 1; i < series.length; i++) {
    const elapsed = ((times[i] ?? NaN) - (times[i - 1] ?? NaN)) / 1000;
    if (elapsed >= 0) seconds.push(elapsed / ((steps[i] ?? NaN) - (steps[i - 1] ?? NaN)));
  }
  return seconds;
}

/**
 * Seconds until `maxSteps` at the pace of the training phase that runs, its evaluations and checkpoints included. Null
 * while nothing was logged in it, when it has ended, or when the number of steps is not known.
 */
export function secondsLeft(progress: RunProgress, maxSteps: number | null): number | null {
  const phase = progress.phases.findLast((phase) => phase.name === 'training');
  const series = progress.logs.get('loss');
  const last = series?.at(-1);
  if (series === undefined || last === undefined || phase === undefined || maxSteps === null) return null;
  if (phase.end !== null || progress.lastStep === null || last.time < phase.start) return null;
  const first = firstSince(series, phase.start);
  const elapsed = last.time - (first?.time ?? phase.start);
  const steps = last.step - (first?.step ?? series.at(-2)?.step ?? 0);
  return (Math.max(0, maxSteps - progress.lastStep) * elapsed) / 1000 / steps;
}

/** The first point since a time, unless it is the last of all: then there is no pace between the two. */
function firstSince(series: MetricSeries, start: number): { step: number; time: number } | undefined {
  const index = series.column('time').findIndex((time) => time >= start);
  return index === series.length - 1 ? undefined : series.at(index);
}
