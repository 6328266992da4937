import { isFinalStage } from '../hub/job.ts';
import type { RunEvent } from './run-event.ts';
import type { RunJob } from './run-record.ts';
import type { RunState } from './run-summary.ts';

type Ended = Extract<RunEvent, { type: 'ended' }>;

/** How a run on HF Jobs stands: by the job's own stage, which knows what the run itself cannot tell, such as a deadline. */
export function jobState(job: RunJob | null, ended: Ended | null, waiting: boolean): RunState {
  // The answer of the launch was lost, and no job with this run's label has shown itself.
  if (job === null) return waiting ? 'running' : 'lost';
  const { stage } = job;
  if (stage === null || !isFinalStage(stage)) return 'running';
  if (stage === 'COMPLETED') return ended?.outcome ?? 'completed';
  if (ended?.outcome === 'completed') return 'completed';
  return stage === 'ERROR' ? 'failed' : 'stopped';
}

/** Cause and message of a job's failure where the run itself could not say it: the runner knows best, then the Hub. */
export function jobFailure(
  job: RunJob,
  ended: Ended | null,
): { readonly cause: string | null; readonly message: string | null } {
  if (ended?.outcome === 'failed') return { cause: ended.cause ?? null, message: ended.message ?? null };
  const message = job.message;
  const isDeadline = message !== null && /time.?out|deadline|timed out/i.test(message);
  return { cause: isDeadline ? 'deadline' : 'error', message };
}
