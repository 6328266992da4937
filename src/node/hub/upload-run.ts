import type { UploadTarget } from '../../core/hub/upload-words.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { createRepository } from './create-repository.ts';
import { deleteRepository } from './delete-repository.ts';
import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import { lookUpRepository, repositoryPath, type RepositoryRef } from './look-up-repository.ts';
import type { PreparedUpload } from './prepare-upload.ts';
import { uploadFiles } from './upload-files.ts';
import type { UploadProgress } from './upload-meter.ts';
import { whoAmI } from './who-am-i.ts';

export interface UploadedRun extends UploadTarget {
  readonly commit: string;
}

interface UploadChoices {
  /** Visibility of a repository that is made; one that exists keeps its own. */
  readonly private: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: UploadProgress) => void;
}

/** Looks where an upload would go. @throws {HubError}, or {HumanError} where the token may not write */
export async function uploadTarget(
  connection: HubConnection,
  id: string,
  wantsPrivate: boolean,
): Promise<UploadTarget> {
  const { name, canWrite } = await whoAmI(connection);
  const { endpoint } = connection;
  if (canWrite === false) throw new HumanError('upload.may-not-write', { name, endpoint });
  const state = await lookUpRepository(connection, model(id));
  return { url: modelUrl(endpoint, id), private: state?.private ?? wantsPrivate, exists: state !== null };
}

/**
 * Sends what was prepared, by one commit. A repository that was made for it is removed again where the commit is given up or
 * refused.
 * @throws {HubError} if it is refused, the signal's reason if it is given up
 */
export async function uploadRun(
  connection: HubConnection,
  { id, runId, files }: PreparedUpload,
  choices: UploadChoices,
): Promise<UploadedRun> {
  const { signal, onProgress } = choices;
  const target = await uploadTarget(connection, id, choices.private);
  let isOurs = false;
  try {
    if (!target.exists) {
      // Not given up in between, so that it is known whether there is something to remove.
      const made = await createRepository(connection, { ...model(id), private: choices.private });
      isOurs = made === 'created';
    }
    const { commit } = await uploadFiles(connection, {
      ...model(id),
      files,
      title: `Upload run ${runId} with Tuning Fork`,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    return { ...target, commit };
  } catch (error) {
    // A commit that was not answered may be there.
    const isOpen = error instanceof HubError && error.outcomeUnknown;
    if (isOurs && !isOpen) await deleteRepository(connection, model(id)).catch(() => undefined);
    throw error;
  }
}

/** Address of a model's page. */
export function modelUrl(endpoint: string, id: string): string {
  return `${endpoint}${repositoryPath(model(id))}`;
}

function model(id: string): RepositoryRef {
  return { type: 'model', id };
}
