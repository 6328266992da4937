import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { beginsArrayOfRows } from '../../core/dataset/reading/begins-array-of-rows.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { SKIPPED_FOLDERS } from '../../core/dataset/skipped-folders.ts';

/** Of files that are always datasets; `.json` may be one. */
export const DATASET_EXTENSIONS: ReadonlySet<string> = new Set(['.jsonl', '.ndjson', '.csv', '.parquet']);

/**
 * The dataset files under a path, sorted by name: a file itself, of a folder (whatever it is called) all files with the
 * extension of a dataset, and `.json` files that hold rows; not of `SKIPPED_FOLDERS` in it. Links are not followed.
 * @throws {HumanError} if the path is a pipe, a device or a socket; the error of the file system if it cannot be read.
 */
export async function datasetFiles(path: string): Promise<string[]> {
  const stats = await stat(path);
  if (stats.isDirectory()) return filesUnder(path);
  if (!stats.isFile()) throw new HumanError('prepare.no-regular-file', { path });
  return [path];
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (SKIPPED_FOLDERS.includes(entry.name)) continue;
      for (const file of await filesUnder(path)) found.push(file);
    } else if (entry.isFile() && (await isDataset(path))) {
      found.push(path);
    }
  }
  return found;
}

async function isDataset(path: string): Promise<boolean> {
  const extension = extname(path).toLowerCase();
  return DATASET_EXTENSIONS.has(extension) || (extension === '.json' && (await holdsRows(path)));
}

/** Whether a `.json` file looks like rows: an array of objects, or an object a line. */
export async function holdsRows(path: string): Promise<boolean> {
  const head = await headOf(path);
  if (beginsArrayOfRows(head)) return true;
  const [first = '', second = ''] = head.trimStart().split('\n');
  return isObjectLine(first) && second.trimStart().startsWith('{');
}

function isObjectLine(line: string): boolean {
  return line.startsWith('{') && line.trimEnd().endsWith('}');
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(1 << 16), 0, 1 << 16, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
