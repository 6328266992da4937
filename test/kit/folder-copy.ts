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
    for (const name of await fileNames(this.path)) {
      if (!this.#content.has(name)) await fs.rm(path.join(this.path, name), { force: true });
    }
    for (const [name, wanted] of this.#content) {
      const file = path.join(this.path, name);
      const found = await fs.readFile(file).catch(() => undefined);
      if (found !== undefined && wanted.equals(found)) continue;
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(file, wanted);
    }
  }

  async remove(): Promise<void> {
    await fs.rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The files below a folder, read into memory. */
export async function readFolder(folder: string): Promise<FolderContent> {
  const names = await fileNames(folder);
  const content = await Promise.all(
    names.map(async (name) => [name, await fs.readFile(path.join(folder, name))] as const),
  );
  return new Map(content);
}

async function fileNames(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
