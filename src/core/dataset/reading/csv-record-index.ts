import { doubled } from '../comparing/doubled.ts';
import { markLength } from './mark-length.ts';

type State = 'record' | 'field' | 'plain' | 'quoted' | 'after-quote';

const [LF, CR, QUOTE, COMMA] = [0x0a, 0x0d, 0x22, 0x2c];

/** Says where the records of CSV begin and end, while its bytes come: the same records as `CsvReader` reads, the header first. */
export class CsvRecordIndex {
  #starts = new Float64Array(256);
  #ends = new Float64Array(256);
  #count = 0;
  #state: State = 'record';
  #offset = 0;

  /** Rows, the header not counted. */
  get size(): number {
    return Math.max(0, (this.#state === 'record' ? this.#count : this.#count - 1) - 1);
  }

  /** Where a record lies, the header being number 0 and each row its own number; the end is exclusive, without the line end. */
  spanOf(record: number): { start: number; end: number } | null {
    if (record < 0 || record >= this.#count) return null;
    return { start: this.#starts[record] ?? 0, end: this.#ends[record] ?? 0 };
  }

  push(chunk: Uint8Array): void {
    const skipped = this.#offset === 0 ? markLength(chunk) : 0;
    for (let at = skipped; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#state === 'quoted') {
        if (byte === QUOTE) this.#state = 'after-quote';
      } else if (byte === LF || byte === CR) this.#endRecord(this.#offset + at);
      else this.#take(byte, this.#offset + at);
    }
    this.#offset += chunk.length;
  }

  end(): void {
    this.#endRecord(this.#offset);
  }

  #take(byte: number, at: number): void {
    if (this.#state === 'record') this.#begin(at);
    if (byte === COMMA) this.#state = 'field';
    else if (byte === QUOTE && this.#state !== 'plain') this.#state = 'quoted';
    else this.#state = 'plain';
  }

  #begin(at: number): void {
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
    }
    this.#starts[this.#count] = at;
    this.#count += 1;
  }

  #endRecord(at: number): void {
    if (this.#state === 'record') return;
    this.#ends[this.#count - 1] = at;
    this.#state = 'record';
  }
}
