import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedSnapshot } from '../hub/cached-snapshot.ts';
import { hubFolders } from '../hub/hub-folders.ts';
import { isGguf } from './read-gguf.ts';

/** A model's files in the Hub cache, at one of its commits. */
export interface CachedModel {
  readonly id: string;
  readonly commit: string;
  /** The branch or tag that the commit was taken from; null where only the commit is known. */
  readonly revision: string | null;
  /** The snapshot: a folder of links, which is never written to. */
  readonly folder: string;
}

/** Ids of the models in the Hub cache of an environment, by name; only the cache's own folder is read. */
export async function cachedModelIds(env: NodeJS.ProcessEnv): Promise<string[]> {
  const names = await readdir(hubFolders(env).cache).catch(() => []);
  return names
    .filter((name) => name.startsWith('models--'))
    .map((name) => name.slice('models--'.length).replaceAll('--', '/'))
    .sort();
}

/**
 * The snapshot of a cached model that its main branch names, else another branch or tag, else the newest one; null where none has
 * any file.
 */
export async function cachedModel(id: string, env: NodeJS.ProcessEnv): Promise<CachedModel | null> {
  const repository = join(hubFolders(env).cache, `models--${id.replaceAll('/', '--')}`);
  const refs = await readdir(join(repository, 'refs'), { recursive: true }).catch(() => []);
  const revisions = [...new Set(['main', ...refs.map((ref) => ref.replaceAll('\\', '/')).sort()])];
  for (const revision of revisions) {
    const folder = refs.length === 0 ? null : await cachedSnapshot('models', id, revision, env);
    if (folder !== null) return { id, commit: folder.split(/[\\/]/).at(-1) ?? '', revision, folder };
  }
  const commit = await newest(join(repository, 'snapshots'));
  if (commit === null) return null;
  const folder = await cachedSnapshot('models', id, commit, env);
  return folder === null ? null : { id, commit, revision: null, folder };
}

/** The GGUF files of a folder, by name. */
export async function ggufFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isGguf).sort();
}

async function newest(snapshots: string): Promise<string | null> {
  const commits = await readdir(snapshots).catch(() => []);
  const dated = await Promise.all(
    commits.map(async (commit) => ({ commit, time: (await stat(join(snapshots, commit))).mtimeMs })),
  );
  return dated.toSorted((a, b) => b.time - a.time)[0]?.commit ?? null;
}
