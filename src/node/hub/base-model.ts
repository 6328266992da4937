import path from 'node:path';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { kindOfPath } from '../recipe/find-files.ts';

const inCache = /models--([^/\\]+)--([^/\\]+)[/\\]snapshots[/\\]/;

/**
 * The id at the Hub of a model or dataset as a recipe or an adapter names it; null where it is a folder of this computer. A name
 * without a namespace counts as a folder: it may have been one when it was trained.
 * @param cwd the folder that relative paths belong to
 */
export async function hubIdOf(name: string, cwd: string): Promise<string | null> {
  const cached = inCache.exec(name);
  if (cached !== null) return `${cached[1]}/${cached[2]}`;
  if (!name.includes('/') || !isRepositoryId(name)) return null;
  return (await kindOfPath(path.resolve(cwd, name))) === 'folder' ? null : name;
}
