import * as v from 'valibot';
import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import { hubJson } from './hub-request.ts';

/** Which repository: `id` is `namespace/name`. */
export interface RepositoryRef {
  readonly type: 'model' | 'dataset';
  readonly id: string;
}

const repositoryInfo = v.object({
  private: v.optional(v.boolean(), false),
  sha: v.optional(v.nullable(v.string())),
});

/** What a repository is like; null where there is none, or none that the token may see. */
interface RepositoryState {
  readonly private: boolean;
  /** Newest commit of its main branch; null where it is empty. */
  readonly commit: string | null;
}

/** @throws {HubError} where it cannot be told */
export async function lookUpRepository(
  connection: HubConnection,
  repository: RepositoryRef,
): Promise<RepositoryState | null> {
  try {
    const info = await hubJson(connection, repositoryApi(repository), repositoryInfo);
    return { private: info.private, commit: info.sha ?? null };
  } catch (error) {
    if (error instanceof HubError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** Path of a repository's own calls: `/api/datasets/ns/name`. */
export function repositoryApi({ type, id }: RepositoryRef): string {
  return `/api/${type}s/${id}`;
}

/** Path of a repository's page and files: `/datasets/ns/name`, for models `/ns/name`. */
export function repositoryPath({ type, id }: RepositoryRef): string {
  return type === 'model' ? `/${id}` : `/${type}s/${id}`;
}
