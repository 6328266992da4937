import type { HubConnection } from './hub-connection.ts';
import { repositoryExists } from './create-repository.ts';
import type { RepositoryRef } from './look-up-repository.ts';

/**
 * The first of `wanted`, `wanted-2`, `wanted-3`, … that is no repository yet.
 * @throws {HubError} where it cannot be told
 */
export async function freeRepositoryName(
  connection: HubConnection,
  { type, id }: RepositoryRef,
): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? id : `${id}-${number}`;
    if (!(await repositoryExists(connection, { type, id: name }))) return name;
  }
}
