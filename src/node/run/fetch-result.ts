import fs from 'node:fs/promises';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import { isWithin } from '../files/is-within.ts';
import { downloadRepository } from '../hub/download-repository.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { outputFiles, isModelFile } from '../hub/output-files.ts';
import { ownConnection } from './keep-following.ts';
import { launchError } from './launch-error.ts';
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
 * @throws {HumanError} if it is not a job's run, the Hub has no result of it, or its folder is somebody else's
 */
export async function fetchResult(
  directory: string,
  connect: () => Promise<HubConnection>,
  options: FetchOptions = {},
): Promise<string> {
  const record = await readRunRecord(directory);
  if (record?.jobLaunch === undefined) throw new HumanError('run.jobs.not-a-job');
  const connection = await ownConnection(record, connect);
  await refuseForeignFolder(directory, record.outputDir);
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
    if (paths.length === 0 || (await outputFiles(record.outputDir)) === null) throw nothing;
    return record.outputDir;
  } catch (error) {
    if (error instanceof HubError && error.kind === 'not-found') throw nothing;
    throw launchError(error, record.outputDir);
  }
}

/** Model and card. `last-checkpoint/` holds the optimizer too, and is for going on in a job. */
function isResult(name: string): boolean {
  return isModelFile(name) || name === 'README.md';
}

/**
 * The folder stands in a file of the project: outside of the project, nothing is written among what others have there.
 * @throws {HumanError}
 */
async function refuseForeignFolder(directory: string, folder: string): Promise<void> {
  const project = path.resolve(directory, '../../..');
  if (isWithin(folder, project) && path.relative(project, folder) !== '') return;
  const names = await fs.readdir(folder).catch(() => []);
  if (names.length > 0 && (await outputFiles(folder)) === null)
    throw new HumanError('run.jobs.foreign-folder', { folder });
}
