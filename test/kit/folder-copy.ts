import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Files by their path in the folder. */
export type FolderContent = ReadonlyMap<string, Buffer>;

/** A temporary folder that a test may change, with content to which it can be brought back. */
export class FolderCopy {
  readonly path: string;
  readonly #content: FolderContent;

  private constructor(folder: string, content: FolderContent) {
    this.path = folder;
    this.#content = content;
  }

  static async create(content: FolderContent): Promise<FolderCopy> {
    const copy = new FolderCopy(await fs.mkdtemp(path.join(os.tmpdir(), 'tf-workspace-')), content);
    await copy.restore();
    return copy;
  }

  /** Writes what was changed or removed and removes what was added; leaves alone what is as it was. */
  async restore(): Promise<void> {
    const names = [...this.#content.keys()];
    const wanted = new Set(names.flatMap((name) => [name, ...foldersOf(name)]));
    for (const entry of await entriesBelow(this.path)) {
      if (wanted.has(entry.name)) continue;
      await fs.rm(path.join(this.path, entry.name), { recursive: true, force: true });
    }
    for (const [name, content] of this.#content) {
      const file = path.join(this.path, name);
      const found = await fs.readFile(file).catch(() => undefined);
      if (found !== undefined && content.equals(found)) continue;
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(file, content);
    }
  }

  async remove(): Promise<void> {
    await fs.rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The files below a folder, read into memory. */
export async function readFolder(folder: string): Promise<FolderContent> {
  const files = (await entriesBelow(folder)).filter((entry) => !entry.isFolder);
  const content = await Promise.all(
    files.map(async ({ name }) => [name, await fs.readFile(path.join(folder, name))] as const),
  );
  return new Map(content);
}

/** Everything below a folder, a folder before what it holds. Links are listed and not followed. */
async function entriesBelow(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => ({
    name: path.relative(folder, path.join(entry.parentPath, entry.name)),
    isFolder: entry.isDirectory(),
  }));
}

/** `a` and `a/b` for `a/b/file`. */
function foldersOf(name: string): string[] {
  const parts = name.split(path.sep).slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join(path.sep));
}
