import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import { hubRequest } from './hub-request.ts';
import { lookUpRepository, type RepositoryRef } from './look-up-repository.ts';

/**
 * Makes a repository. One that is there already is left as it is, its visibility too. A call without an answer is not repeated:
 * whether it did its work is looked up.
 * @throws {HubError}
 */
export async function createRepository(
  connection: HubConnection,
  repository: RepositoryRef & { readonly private: boolean },
  signal?: AbortSignal,
): Promise<'created' | 'exists'> {
  const [organization = '', name = ''] = repository.id.split('/');
  const visibility = repository.private ? 'private' : 'public';
  try {
    await hubRequest(connection, '/api/repos/create', {
      method: 'POST',
      // huggingface_hub 2.4 hf_api.py:4701.
      body: { name, organization, visibility, type: repository.type },
      ...(signal === undefined ? {} : { signal }),
    });
    return 'created';
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    if (error.kind === 'conflict') return 'exists';
    if (error.outcomeUnknown && (await repositoryExists(connection, repository))) return 'created';
    throw error;
  }
}

/** @throws {HubError} where it cannot be told */
export async function repositoryExists(
  connection: HubConnection,
  repository: RepositoryRef,
): Promise<boolean> {
  return (await lookUpRepository(connection, repository)) !== null;
}
