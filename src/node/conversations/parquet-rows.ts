import { openParquet, type ParquetFile } from '../dataset/read-parquet.ts';
import type { RowSource, SourceRow } from './row-source.ts';

/** Rows of a Parquet file, which says itself how many it has and where they lie. */
export class ParquetRows implements RowSource {
  readonly opened = Promise.resolve();
  readonly isComplete = true;
  readonly bytes = null;
  readonly fault = null;
  readonly #file: ParquetFile;

  private constructor(file: ParquetFile) {
    this.#file = file;
  }

  /** @throws the library's error if the file is no Parquet or broken */
  static async open(path: string): Promise<ParquetRows> {
    return new ParquetRows(await openParquet(path));
  }

  get size(): number {
    return this.#file.size;
  }

  numberAt(position: number): number {
    return position + 1;
  }

  positionOf(number: number): number {
    return Math.min(this.size, Math.max(0, number - 1));
  }

  spanAt(): null {
    return null;
  }

  numberAtLine(): null {
    return null;
  }

  async read(from: number, count: number): Promise<SourceRow[]> {
    const first = Math.max(0, from);
    const rows = await this.#file.read(first, Math.min(this.size, from + count));
    return rows.map(({ shown }, n) => ({ number: first + 1 + n, source: { kind: 'json', text: shown } }));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
