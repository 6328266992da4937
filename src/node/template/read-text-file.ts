import { readFile } from 'node:fs/promises';
import { HumanError } from '../../core/text/human-error.ts';

/** The text of a UTF-8 file, null if there is none. A byte order mark stays: Python keeps it as well. Throws a HumanError otherwise. */
export async function readTextFile(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw new HumanError(
      'template.unreadable',
      { path, code: error.code ?? error.message },
      { cause: error },
    );
  });
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new HumanError('template.not-utf-8', { path }, { cause });
  }
}

/** A JSON object in a file, null if there is no file. Throws a HumanError if it is something else. */
export async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const text = await readTextFile(path);
  if (text === null) return null;
  const value = parse(text);
  if (!isObject(value)) throw new HumanError('template.broken-config', { path });
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
