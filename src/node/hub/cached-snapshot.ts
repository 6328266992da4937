import fs from 'node:fs/promises';
import path from 'node:path';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { hubFolders } from './hub-folders.ts';

/**
 * Folder of a repository's files in the Hub cache, or null where it was never downloaded
 * (`models--ns--name/refs/<revision>` → `snapshots/<commit>`).
 */
export async function cachedSnapshot(
  kind: 'models' | 'datasets',
  id: string,
  revision: string,
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  if (!isRepositoryId(id) || revision.split(/[\\/]/).includes('..')) return null;
  const repository = path.join(hubFolders(env).cache, `${kind}--${id.replaceAll('/', '--')}`);
  const commit = (await readText(path.join(repository, 'refs', revision))) ?? revision;
  const folder = path.join(repository, 'snapshots', commit.trim());
  try {
    return (await fs.readdir(folder)).length > 0 ? folder : null;
  } catch {
    return null;
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch {
    return null;
  }
}
