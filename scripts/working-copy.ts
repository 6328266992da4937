import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies a folder for somebody to work in. A file that was edited or is new there stays as it is; one that is as it was
 * copied follows the source. `original` keeps what was copied last, to tell the two apart.
 */
export async function updateWorkingCopy(source: string, copy: string, original: string): Promise<void> {
  const entries = await fs.readdir(source, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const name = path.relative(source, path.join(entry.parentPath, entry.name));
    const wanted = await fs.readFile(path.join(source, name));
    const found = await contentOf(path.join(copy, name));
    const before = await contentOf(path.join(original, name));
    const edited = found !== undefined && (before === undefined || !before.equals(found));
    const deleted = found === undefined && before !== undefined;
    if (edited || deleted) continue;
    for (const folder of [copy, original]) await write(path.join(folder, name), wanted);
  }
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function write(file: string, content: Buffer): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, content);
}
