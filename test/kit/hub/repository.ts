import { createHash } from 'node:crypto';
import { HubError, missing } from './hub-error.ts';
import type { ObjectStore } from './object-store.ts';

export const repositoryTypes = ['model', 'dataset', 'space'] as const;
export type RepositoryType = (typeof repositoryTypes)[number];

/** A file of a commit. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  /** What git calls the blob: of the file, or of the pointer to a large one. */
  readonly oid: string;
  readonly lfs: { readonly pointerSize: number } | null;
  /** The commit that last changed it. */
  readonly commit: string;
}

export interface Commit {
  readonly sha: string;
  readonly parent: string | null;
  readonly title: string;
  readonly message: string;
  readonly date: Date;
  readonly files: ReadonlyMap<string, StoredFile>;
}

/** What a commit does, in order. */
export type Change =
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string; readonly lfs: boolean }
  | { readonly kind: 'delete'; readonly path: string };

export interface CommitText {
  readonly title: string;
  readonly message: string;
}

/** Commits and branches below one name. */
export class Repository {
  readonly type: RepositoryType;
  readonly id: string;
  readonly createdAt = new Date();
  readonly branches = new Map<string, string>();
  isPrivate: boolean;
  readonly #objects: ObjectStore;
  readonly #commits = new Map<string, Commit>();

  constructor(type: RepositoryType, id: string, isPrivate: boolean, objects: ObjectStore) {
    this.type = type;
    this.id = id;
    this.isPrivate = isPrivate;
    this.#objects = objects;
  }

  get namespace(): string {
    return this.id.split('/')[0] ?? '';
  }

  /** The path of its page: `ns/name` or `datasets/ns/name`. */
  get page(): string {
    return this.type === 'model' ? this.id : `${this.type}s/${this.id}`;
  }

  /** HEAD is main. @throws HubError for what is no branch and no commit */
  commit(revision: string): Commit {
    const branch = revision === 'HEAD' ? 'main' : revision;
    const found = this.#commits.get(this.branches.get(branch) ?? revision);
    if (found === undefined) throw missing('RevisionNotFound', `Invalid rev id: ${revision}`);
    return found;
  }

  /** From the newest back. */
  history(revision: string): Commit[] {
    const commits: Commit[] = [];
    for (let next: Commit | undefined = this.commit(revision); next !== undefined;) {
      commits.push(next);
      next = next.parent === null ? undefined : this.#commits.get(next.parent);
    }
    return commits;
  }

  /**
   * Puts a commit on a branch.
   * @throws HubError 404 for a deleted file that is not there, or a branch that is not
   */
  addCommit(branch: string, text: CommitText, changes: readonly Change[]): Commit {
    const parent = this.branches.size === 0 ? null : this.commit(branch);
    if (parent !== null && !this.branches.has(branch)) {
      throw new HubError(400, `${branch} is a commit and no branch.`);
    }
    const seed = `${this.type} ${this.id} ${parent?.sha ?? ''} ${this.#commits.size} ${JSON.stringify(changes)}`;
    const sha = createHash('sha1').update(seed).digest('hex');
    const files = new Map(parent?.files);
    for (const change of changes) this.#apply(files, change, sha);
    const commit = { ...text, sha, parent: parent?.sha ?? null, date: new Date(), files };
    this.#commits.set(sha, commit);
    this.branches.set(branch, sha);
    return commit;
  }

  #apply(files: Map<string, StoredFile>, change: Change, commit: string): void {
    if (change.kind === 'file') {
      files.set(change.path, { ...this.#stored(change.sha256, change.lfs), commit });
      return;
    }
    const inFolder = [...files.keys()].filter((name) =>
      name.startsWith(`${change.path.replace(/\/$/, '')}/`),
    );
    if (!files.delete(change.path) && inFolder.length === 0) {
      throw missing('EntryNotFound', `A file with this name doesn't exist: ${change.path}`);
    }
    for (const name of inFolder) files.delete(name);
  }

  #stored(sha256: string, lfs: boolean): Omit<StoredFile, 'commit'> {
    const size = this.#objects.size(sha256);
    if (!lfs) return { sha256, size, oid: gitBlob(this.#objects.read(sha256)), lfs: null };
    const pointer = Buffer.from(lfsPointer(sha256, size));
    return { sha256, size, oid: gitBlob(pointer), lfs: { pointerSize: pointer.length } };
  }
}

/** The text that git holds in place of a large file: git-lfs/docs/spec.md. */
export function lfsPointer(sha256: string, size: number): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`;
}

function gitBlob(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
