import fs from 'node:fs/promises';
import { parseRunEvents } from '../../core/run/parse-run-events.ts';
import type { RunEvent } from '../../core/run/run-event.ts';

const newline = 0x0a;
const pieceBytes = 4 * 1024 * 1024;

/**
 * Reads an events.jsonl as it grows: only whole lines, each event once and in order of seq. It keeps a byte offset and nothing
 * else, so any number of readers may read the same file.
 */
export class EventTail {
  readonly #file: string;
  #offset = 0;
  #seq = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** What was added since the last call, in pieces of a few megabytes. Nothing if the file is not there yet. */
  async *read(): AsyncGenerator<RunEvent[]> {
    const handle = await openIfThere(this.#file);
    if (handle === null) return;
    try {
      yield* this.#readFrom(handle);
    } finally {
      await handle.close();
    }
  }

  async *#readFrom(handle: fs.FileHandle): AsyncGenerator<RunEvent[]> {
    const { size } = await handle.stat();
    if (size < this.#offset) this.#offset = 0;
    let bytes = pieceBytes;
    while (this.#offset < size) {
      const buffer = Buffer.alloc(Math.min(bytes, size - this.#offset));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, this.#offset);
      const whole = buffer.subarray(0, bytesRead).lastIndexOf(newline) + 1;
      if (whole === 0) {
        if (this.#offset + bytesRead >= size || bytesRead === 0) return;
        bytes *= 2;
        continue;
      }
      this.#offset += whole;
      const events = this.#unseen(parseRunEvents(buffer.toString('utf8', 0, whole)));
      if (events.length > 0) yield events;
    }
  }

  #unseen(events: readonly RunEvent[]): RunEvent[] {
    return events.filter((event) => {
      if (event.seq <= this.#seq) return false;
      this.#seq = event.seq;
      return true;
    });
  }
}

async function openIfThere(file: string): Promise<fs.FileHandle | null> {
  try {
    return await fs.open(file, 'r');
  } catch {
    return null;
  }
}
