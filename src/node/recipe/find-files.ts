import fs from 'node:fs/promises';
import path from 'node:path';

/** More files than any data folder has: a recipe that names `/` must not walk the disk for ever. */
const MOST_FILES = 20_000;

/**
 * Files below a folder as paths relative to it with `/`, sorted. Hidden files and folders and those that begin with `__` are left out,
 * as `datasets` leaves them out (datasets 5.2 data_files.py).
 */
export async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const open = [''];
  for (
    let relative = open.pop();
    relative !== undefined && found.length < MOST_FILES;
    relative = open.pop()
  ) {
    for (const entry of await entriesOf(path.join(folder, relative))) {
      if (entry.name.startsWith('.')) continue;
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const kind = await kindOf(folder, name, entry);
      if (kind === 'file') found.push(name);
      // A link to a folder is not followed: it may lead back.
      if (kind === 'folder' && !entry.isSymbolicLink() && !entry.name.startsWith('__')) open.push(name);
    }
  }
  return found.sort();
}

interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

async function entriesOf(folder: string): Promise<Entry[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function kindOf(folder: string, name: string, entry: Entry): Promise<'file' | 'folder' | 'other'> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  return kindOfPath(path.join(folder, name));
}

/** What stands at a path, links followed. */
export async function kindOfPath(absolute: string): Promise<'file' | 'folder' | 'other'> {
  try {
    const stat = await fs.stat(absolute);
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'other';
  }
}

/** The absolute paths that a pattern of `data_files` names below a folder: a path, or one with `*`, `**`, `?` and `[…]` as fsspec reads them. */
export async function matchPattern(folder: string, pattern: string): Promise<string[]> {
  const absolute = path.resolve(folder, pattern);
  if (!/[*?[]/.test(pattern)) return (await kindOfPath(absolute)) === 'file' ? [absolute] : [];
  const parts = absolute.split(path.sep);
  const firstWild = parts.findIndex((part) => /[*?[]/.test(part));
  const base = parts.slice(0, firstWild).join(path.sep) || path.sep;
  const wanted = globExpression(parts.slice(firstWild).join('/'));
  return (await listFiles(base)).filter((name) => wanted.test(name)).map((name) => path.join(base, name));
}

/** fsspec's glob: `*` stays within a folder, `**` does not. */
export function globExpression(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length; index++) {
    const rest = pattern.slice(index);
    const set = /^\[(!?)([^\]]+)\]/.exec(rest);
    if (rest.startsWith('**/')) {
      source += '(?:.*/)?';
      index += 2;
    } else if (rest.startsWith('**')) {
      source += '.*';
      index += 1;
    } else if (rest.startsWith('*')) source += '[^/]*';
    else if (rest.startsWith('?')) source += '[^/]';
    else if (set === null) source += (pattern[index] ?? '').replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
    else {
      source += `[${set[1] === '' ? '' : '^'}${(set[2] ?? '').replace(/[\\\]^]/g, '\\$&')}]`;
      index += set[0].length - 1;
    }
  }
  return new RegExp(`^${source}$`);
}
