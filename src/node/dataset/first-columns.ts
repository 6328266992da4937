import { open, stat } from 'node:fs/promises';
import { FIRST_BLOCK } from '../../core/dataset/loading/load-model.ts';

interface Known {
  readonly stamp: string;
  readonly columns: ReadonlySet<string> | null;
}

/** The last file that was read: the same one is asked for with each change of those beside it. */
let known: Known | null = null;

/** The columns that `datasets` knows a JSONL file by, which are those of its first block; null of a file that is no JSONL or has no row. */
export async function firstColumns(file: string): Promise<ReadonlySet<string> | null> {
  const { size, mtimeMs } = await stat(file);
  const stamp = `${file}\n${size}\n${mtimeMs}`;
  if (known?.stamp !== stamp)
    known = { stamp, columns: columnsOf(await headOf(file, size), size > FIRST_BLOCK) };
  return known.columns;
}

async function headOf(file: string, size: number): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, FIRST_BLOCK)), 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** @param isCut the last line may not be whole */
function columnsOf(head: string, isCut: boolean): ReadonlySet<string> | null {
  const columns = new Set<string>();
  const lines = head.split('\n');
  if (isCut) lines.pop();
  for (const line of lines) {
    if (line.trim() === '') continue;
    const row = parsed(line);
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return null;
    for (const column of Object.keys(row)) columns.add(column);
  }
  return columns.size === 0 ? null : columns;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
