import type { HubConnection } from './hub-connection.ts';
import { hubRequest } from './hub-request.ts';
import type { RepositoryRef } from './look-up-repository.ts';

/** Removes a repository with all that is in it. @throws {HubError} `not-found` where there is none */
export async function deleteRepository(
  connection: HubConnection,
  { type, id }: RepositoryRef,
): Promise<void> {
  const [organization = '', name = ''] = id.split('/');
  // huggingface_hub 2.4 hf_api.py delete_repo.
  const body = { name, organization, type };
  const answer = await hubRequest(connection, '/api/repos/delete', { method: 'DELETE', body });
  await answer.body?.cancel();
}
