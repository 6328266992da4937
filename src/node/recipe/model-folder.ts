import path from 'node:path';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { cachedSnapshot } from '../hub/cached-snapshot.ts';
import { kindOfPath } from './find-files.ts';

/**
 * The folder of a model as transformers would open it: a folder from `cwd`, else a repository's snapshot in the Hub cache; null if
 * it is not on this computer.
 */
export async function modelFolder(
  name: string,
  revision: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  const folder = path.resolve(cwd, name);
  if ((await kindOfPath(folder)) === 'folder') return folder;
  return isRepositoryId(name) ? cachedSnapshot('models', name, revision, env) : null;
}
