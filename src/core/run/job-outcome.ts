import type { Message } from '../text/message.ts';
import type { jobMessages } from './job-messages.ts';
import type { JobLaunch } from './run-record.ts';
import type { RunSummary } from './run-summary.ts';
import type { RunTally } from './run-tally.ts';

/** How a run on HF Jobs ended, where the sentence of a local run would be wrong: what it kept lies on the Hub. Null elsewhere. */
export function jobOutcome(summary: RunSummary, tally: RunTally, launch: JobLaunch): Message | null {
  const { repository, timeoutSeconds } = launch;
  switch (summary.state) {
    case 'completed':
      return { id: 'run.jobs.completed', args: { step: summary.step ?? 0, repository } };
    case 'stopped':
      return withPlace('run.jobs.stopped', summary, tally, { repository });
    case 'lost':
      return { id: 'run.jobs.lost' };
    case 'failed':
      break;
    case 'running':
      return null;
  }
  if (summary.cause === 'deadline') {
    const minutes = Math.round(timeoutSeconds / 60);
    return withPlace('run.jobs.deadline', summary, tally, { repository, minutes });
  }
  if (tally.ended !== null) return null;
  const message = summary.message ?? '';
  return message === ''
    ? { id: 'run.jobs.failed.silent' }
    : { id: 'run.jobs.failed', args: { message: sentence(message) } };
}

/** `id` alone before the first step, `id.step` after it, `id.checkpoint` where one was kept. */
function withPlace(
  id: keyof typeof jobMessages,
  { step }: RunSummary,
  { checkpoint }: RunTally,
  args: Readonly<Record<string, string | number>>,
): Message {
  if (step === null) return { id, args };
  return checkpoint === null
    ? { id: `${id}.step`, args: { ...args, step } }
    : { id: `${id}.checkpoint`, args: { ...args, step, checkpoint } };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
