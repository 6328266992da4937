import { createHash } from 'node:crypto';
import { stableId } from './accounts.ts';
import { cardData } from './model-card.ts';
import type { ObjectStore } from './object-store.ts';
import type { Commit, Repository, StoredFile } from './repository.ts';

/** The answer of /api/models/{id} and its like. */
export function repositoryInfo(
  repository: Repository,
  commit: Commit,
  objects: ObjectStore,
  blobs: boolean,
): object {
  const readme = commit.files.get('README.md');
  const card = readme === undefined ? {} : cardData(objects.read(readme.sha256).toString('utf8'));
  const tags = Array.isArray(card['tags']) ? card['tags'].map(String) : [];
  return {
    _id: stableId(repository.page),
    id: repository.id,
    ...(repository.type === 'model' ? { modelId: repository.id, ...modelFields(card) } : {}),
    author: repository.namespace,
    private: repository.isPrivate,
    gated: false,
    disabled: false,
    downloads: 0,
    likes: 0,
    sha: commit.sha,
    createdAt: repository.createdAt.toISOString(),
    lastModified: commit.date.toISOString(),
    tags: [...tags, 'region:us'],
    cardData: card,
    siblings: [...commit.files].map(([path, file]) => ({
      rfilename: path,
      ...(blobs ? blobFields(file) : {}),
    })),
    usedStorage: [...commit.files.values()].reduce((sum, file) => sum + file.size, 0),
  };
}

function modelFields(card: Record<string, unknown>): object {
  return Object.fromEntries(
    ['library_name', 'pipeline_tag'].flatMap((key) =>
      typeof card[key] === 'string' ? [[key, card[key]]] : [],
    ),
  );
}

function blobFields(file: StoredFile): object {
  const lfs = { sha256: file.sha256, size: file.size, pointerSize: file.lfs?.pointerSize };
  return { size: file.size, blobId: file.oid, ...(file.lfs === null ? {} : { lfs }) };
}

/** A file or folder in /tree and /paths-info. */
export interface TreeEntry {
  readonly type: 'file' | 'directory';
  readonly path: string;
  readonly oid: string;
  readonly size: number;
  readonly lfs?: { readonly oid: string; readonly size: number; readonly pointerSize: number };
}

export function fileEntry(path: string, file: StoredFile): TreeEntry {
  const entry = { type: 'file', path, oid: file.oid, size: file.size } as const;
  if (file.lfs === null) return entry;
  return { ...entry, lfs: { oid: file.sha256, size: file.size, pointerSize: file.lfs.pointerSize } };
}

/** Files and folders below a folder, sorted by path; null where there is no such folder. The root is ''. */
export function treeEntries(commit: Commit, folder: string, recursive: boolean): TreeEntry[] | null {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = [...commit.files].filter(([path]) => path.startsWith(prefix));
  if (below.length === 0 && folder !== '') return null;
  const folders = new Set(below.flatMap(([path]) => foldersBetween(prefix, path)));
  const entries = [
    ...below.map(([path, file]) => fileEntry(path, file)),
    ...[...folders].map((path) => folderEntry(commit, path)),
  ];
  const direct = (entry: TreeEntry): boolean => !entry.path.slice(prefix.length).includes('/');
  return entries.filter((entry) => recursive || direct(entry)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Null where there is nothing of that path. */
export function entryAt(commit: Commit, path: string): TreeEntry | null {
  const file = commit.files.get(path);
  if (file !== undefined) return fileEntry(path, file);
  return [...commit.files.keys()].some((name) => name.startsWith(`${path}/`))
    ? folderEntry(commit, path)
    : null;
}

/** What `expand` adds. */
export function lastCommit(repository: Repository, commit: Commit, entry: TreeEntry): object {
  const inside = [...commit.files].filter(
    ([path]) => path === entry.path || path.startsWith(`${entry.path}/`),
  );
  const changed = new Set(inside.map(([, file]) => file.commit));
  const last = repository.history(commit.sha).find(({ sha }) => changed.has(sha)) ?? commit;
  return { ...entry, lastCommit: { id: last.sha, title: last.title, date: last.date.toISOString() } };
}

function foldersBetween(prefix: string, path: string): string[] {
  const parts = path.slice(prefix.length).split('/').slice(0, -1);
  return parts.map((_, index) => prefix + parts.slice(0, index + 1).join('/'));
}

function folderEntry(commit: Commit, path: string): TreeEntry {
  const inside = [...commit.files].filter(([name]) => name.startsWith(`${path}/`));
  const oid = createHash('sha1').update(JSON.stringify(inside.map(([name, file]) => [name, file.oid])));
  return { type: 'directory', path, oid: oid.digest('hex'), size: 0 };
}
