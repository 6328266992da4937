import { jobFailure, jobState } from './job-state.ts';
import type { RunEvent } from './run-event.ts';
import type { RunRecord } from './run-record.ts';
import type { RunState, RunSummary } from './run-summary.ts';
import { emptyTally, tallyEvent, type RunTally } from './run-tally.ts';

/** The summary of a run from all its events. `alive`: a process of its group lives, or its job is not over. */
export function summarizeRun(record: RunRecord, events: readonly RunEvent[], alive: boolean): RunSummary {
  return summarizeTally(record, events.reduce(tallyEvent, emptyTally), alive);
}

/** The same from a tally, for readers that do not keep events. */
export function summarizeTally(record: RunRecord, tally: RunTally, alive: boolean): RunSummary {
  const state = stateOf(record, tally, alive);
  return {
    id: record.id,
    name: record.name,
    launcher: record.launcher,
    state,
    step: tally.step,
    maxSteps: tally.maxSteps,
    loss: tally.loss,
    evalLoss: tally.evalLoss,
    ...failureOf(record, tally, state),
    outputDir: record.outputDir,
    createdAt: record.createdAt,
    endedAt: tally.ended?.time ?? record.job?.finishedAt ?? null,
  };
}

/**
 * A run that was asked to stop is stopped only when none of its processes lives; one that saved its model is completed even
 * where a leftover process hangs in its teardown (trl-and-jobs.md §11, rows 1 and 4).
 */
function stateOf(record: RunRecord, { ended }: RunTally, alive: boolean): RunState {
  if (record.launcher === 'jobs') return jobState(record.job ?? null, ended, alive);
  if (ended === null) {
    if (alive) return 'running';
    return record.stopRequestedAt === undefined ? 'lost' : 'stopped';
  }
  return ended.outcome === 'stopped' && alive ? 'running' : ended.outcome;
}

function failureOf(
  { job }: RunRecord,
  { ended }: RunTally,
  state: RunState,
): Pick<RunSummary, 'cause' | 'message'> {
  if (job != null && state === 'failed') return jobFailure(job, ended);
  return { cause: ended?.cause ?? null, message: ended?.message ?? null };
}
