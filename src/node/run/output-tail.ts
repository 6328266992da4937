import fs from 'node:fs/promises';
import path from 'node:path';
import { redactSecrets } from '../../core/run/redact-secrets.ts';
import { runFiles } from './run-directory.ts';

export const outputTailBytes = 16 * 1024;
// Read in front of what is shown, so that a secret that begins before it is recognised.
const marginBytes = 4 * 1024;

/** The last 16 KB of a run's output, from the start of a line, with secrets hidden. Empty if there is none yet. */
export async function outputTail(directory: string): Promise<string> {
  try {
    const handle = await fs.open(path.join(directory, runFiles.output), 'r');
    try {
      return await lastLines(handle);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

async function lastLines(handle: fs.FileHandle): Promise<string> {
  const { size } = await handle.stat();
  const start = Math.max(0, size - outputTailBytes - marginBytes);
  const buffer = Buffer.alloc(size - start);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
  const text = redactSecrets(buffer.toString('utf8', 0, bytesRead));
  if (start === 0 && text.length <= outputTailBytes) return text;
  const shown = text.slice(-outputTailBytes);
  const lineBreak = shown.search(/[\r\n]/);
  return lineBreak === -1 ? shown : shown.slice(lineBreak + 1);
}
