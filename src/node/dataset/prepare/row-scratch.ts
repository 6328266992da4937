import fs from 'node:fs';
import { doubled } from '../../../core/dataset/comparing/doubled.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { notWritten } from '../../files/not-written.ts';
import { partPath } from '../../files/part-path.ts';

const BUFFER = 1 << 20;

/** Rows on the disk in the order in which they came, to be read again in any order. Eight bytes a row are kept. */
export class RowScratch {
  readonly #target: string;
  readonly #path: string;
  readonly #descriptor: number;
  readonly #buffer = new Uint8Array(BUFFER);
  #buffered = 0;
  #written = 0;
  #ends = new Float64Array(1024);
  #rows = 0;

  /** @param target the file that is made of the rows: they lie beside it. @throws the error of the file system */
  constructor(target: string) {
    this.#target = target;
    this.#path = partPath(target);
    this.#descriptor = fs.openSync(this.#path, 'wx+');
  }

  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#written + this.#buffered;
  }

  /** @throws {HumanError} where the disk takes no more */
  add(row: Uint8Array): void {
    if (this.#buffered + row.length > BUFFER) this.flush();
    if (row.length > BUFFER) this.#write(row);
    else {
      this.#buffer.set(row, this.#buffered);
      this.#buffered += row.length;
    }
    this.#keepEnd(this.#written + this.#buffered);
  }

  /** All rows can be read after this. @throws {HumanError} where the disk takes no more */
  flush(): void {
    this.#write(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }

  /** @param row from 0 */
  read(row: number): Uint8Array {
    const start = row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
    const bytes = new Uint8Array((this.#ends[row] ?? start) - start);
    for (let at = 0; at < bytes.length;) {
      const read = fs.readSync(this.#descriptor, bytes, at, bytes.length - at, start + at);
      if (read === 0) throw new HumanError('prepare.not-written', { path: this.#target, reason: 'EIO' });
      at += read;
    }
    return bytes;
  }

  /** Leaves nothing behind. */
  remove(): void {
    fs.closeSync(this.#descriptor);
    fs.rmSync(this.#path, { force: true });
  }

  #keepEnd(end: number): void {
    if (this.#rows === this.#ends.length) this.#ends = doubled(this.#ends);
    this.#ends[this.#rows] = end;
    this.#rows += 1;
  }

  #write(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length;) at += fs.writeSync(this.#descriptor, bytes, at);
    } catch (error) {
      throw notWritten(this.#target, error);
    }
    this.#written += bytes.length;
  }
}
