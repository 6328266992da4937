import { open, stat } from 'node:fs/promises';
import { FIRST_BLOCK } from '../../core/dataset/loading/load-model.ts';

interface Known {
  readonly stamp: string;
  readonly columns: ReadonlySet<string> | null;
}

/** The columns that `datasets` knows JSONL files by; a file is read again when it has changed. */
export class FirstColumnsIndex {
  /** The last file that was read: the same one is asked for with each change of those beside it. */
  #known: Known | null = null;

  /**
   * Those of the first block of a file; null of one that is no JSONL or has no row.
   * @throws the error of the file system if the file cannot be read
   */
  async of(file: string): Promise<ReadonlySet<string> | null> {
    const { size, mtimeMs } = await stat(file);
    const stamp = `${file}\n${size}\n${mtimeMs}`;
    if (this.#known?.stamp === stamp) return this.#known.columns;
    const columns = columnsOf(await headOf(file, size), size > FIRST_BLOCK);
    this.#known = { stamp, columns };
    return columns;
  }
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
