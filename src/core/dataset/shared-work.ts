import type { TrainRows } from './overlap/train-rows.ts';

/** What several rules of one file work out together: each part is made by the first that asks for it. */
export class SharedWork {
  /** The rows that are trained on where this file is evaluated on. */
  readonly trained: readonly TrainRows[];
  readonly #parts = new Map<() => unknown, unknown>();

  constructor(trained: readonly TrainRows[] = []) {
    this.trained = trained;
  }

  /** @param make makes the part; the same function names the same part. */
  part<Part>(make: () => Part): Part {
    if (!this.#parts.has(make)) this.#parts.set(make, make());
    return this.#parts.get(make) as Part;
  }
}
