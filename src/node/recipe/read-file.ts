import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';

/** A text file of the user's, or null where it cannot be read. */
export async function readTextFile(file: string): Promise<string | null> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** A JSON file of the user's, or undefined where it cannot be read or is none. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readTextFile(file);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** SHA-256 of a file (null where it cannot be read) or of a text, in hexadecimal digits. */
export async function sha256Of(file: string | null, text?: string): Promise<string | null> {
  try {
    const bytes = file === null ? Buffer.from(text ?? '', 'utf8') : await fs.readFile(file);
    return createHash('sha256').update(bytes).digest('hex');
  } catch {
    return null;
  }
}
