import { HumanError } from '../../core/text/human-error.ts';
import { downloadRepository } from '../hub/download-repository.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { ownConnection } from './keep-following.ts';
import { readRunRecord } from './run-directory.ts';

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Bytes that are there, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Brings the result of a run on HF Jobs from the Hub into the run's output folder: model or adapter, without the checkpoint that
 * the Hub keeps beside it.
 * @returns the folder
 * @throws {HumanError} if it is not a job's run, or the Hub has no result of it
 */
export async function fetchResult(
  directory: string,
  connect: () => Promise<HubConnection>,
  options: FetchOptions = {},
): Promise<string> {
  const record = await readRunRecord(directory);
  if (record?.jobLaunch === undefined) throw new HumanError('run.jobs.not-a-job');
  const connection = await ownConnection(record, connect);
  const { repository } = record.jobLaunch;
  const nothing = new HumanError('run.jobs.no-result', { id: record.id, repository });
  try {
    const paths = await downloadRepository(connection, {
      type: 'model',
      id: repository,
      folder: record.outputDir,
      wanted: isResult,
      ...options,
    });
    if (!paths.some((name) => /\.(?:safetensors|bin)$/.test(name))) throw nothing;
    return record.outputDir;
  } catch (error) {
    if (error instanceof HubError && error.kind === 'not-found') throw nothing;
    throw error;
  }
}

/** `last-checkpoint/` holds the optimizer too, and is for going on in a job. */
function isResult(name: string): boolean {
  return !/^(?:last-checkpoint|checkpoint-\d+)\//.test(name) && !name.startsWith('.git');
}
