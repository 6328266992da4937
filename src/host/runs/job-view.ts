import { isFinalStage } from '../../core/hub/job.ts';
import type { JobView } from '../../core/protocol/run-contract.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { HumanError } from '../../core/text/human-error.ts';
import type { Language } from '../../core/text/message.ts';

/** The job of a run as its screen shows it; null for a run on this computer. */
export function jobViewOf(
  { id, job, jobLaunch, outputDir }: RunRecord,
  problem: HumanError | null,
  fetched: boolean,
  language: Language,
): JobView | null {
  if (jobLaunch === undefined) return null;
  const stage = job?.stage ?? null;
  const over = stage !== null && isFinalStage(stage);
  const reason = problem === null ? null : formatMessage(problem.detail, language);
  const args = { id, reason: reason ?? '' };
  return {
    url: job?.url ?? '',
    waiting: !over && stage !== 'RUNNING',
    message: over ? null : (job?.message ?? null),
    flavor: jobLaunch.flavor,
    repository: jobLaunch.repository,
    simulated: jobLaunch.simulated,
    contact: reason === null ? null : formatMessage({ id: 'run.jobs.contact', args }, language),
    folder: outputDir,
    fetched,
  };
}
