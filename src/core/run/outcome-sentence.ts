import type { Message, MessageArgs } from '../text/message.ts';
import { unreachable } from '../text/unreachable.ts';
import { jobOutcome } from './job-outcome.ts';
import type { RunRecord } from './run-record.ts';
import type { RunSummary } from './run-summary.ts';
import type { RunTally } from './run-tally.ts';
import { runMessages } from './messages.ts';

/** How a run ended, in one sentence; null while it runs. */
export function outcomeSentence(
  summary: RunSummary,
  tally: RunTally,
  { jobLaunch }: Pick<RunRecord, 'jobLaunch'>,
): Message | null {
  const ofJob = jobLaunch === undefined ? null : jobOutcome(summary, tally, jobLaunch);
  if (ofJob !== null) return ofJob;
  switch (summary.state) {
    case 'running':
      return null;
    case 'completed':
      return { id: 'run.completed', args: { step: summary.step ?? 0, folder: summary.outputDir } };
    case 'stopped':
      return withPlace('run.stopped', summary, tally);
    case 'lost':
      return withPlace('run.lost', summary, tally);
    case 'failed':
      return failure(summary, tally);
    default:
      return unreachable(summary.state);
  }
}

/** `id` alone before the first step, `id.step` after it, `id.checkpoint` where one is kept. */
function withPlace(id: string, { step }: RunSummary, { checkpoint }: RunTally): Message {
  if (step === null) return { id };
  return checkpoint === null
    ? { id: `${id}.step`, args: { step } }
    : { id: `${id}.checkpoint`, args: { step, checkpoint } };
}

function failure(summary: RunSummary, { ended }: RunTally): Message {
  const args: MessageArgs = {
    message: summary.message ?? summary.cause ?? '',
    step: summary.step ?? 0,
    row: ended?.row ?? 0,
    folder: summary.outputDir,
  };
  if (ended?.row !== undefined && summary.cause === 'bad-data')
    return { id: 'run.failed.bad-data.row', args };
  const id = `run.failed.${summary.cause ?? ''}`;
  if (id in runMessages) return { id, args };
  return { id: args['message'] === '' ? 'run.failed.silent' : 'run.failed', args };
}
