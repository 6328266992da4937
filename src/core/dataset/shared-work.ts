import type { FolderPlace } from './folder/folder-place.ts';
import type { TrainRows } from './overlap/train-rows.ts';

/** What is known beside a file. */
export interface KnownBeside {
  /** The rows that are trained on where this file is evaluated on. */
  readonly trained?: readonly TrainRows[] | undefined;
  /** What becomes of the file when its folder is loaded. */
  readonly folder?: FolderPlace | null | undefined;
}

/** What several rules of one file work out together: each part is made by the first that asks for it. */
export class SharedWork {
  readonly trained: readonly TrainRows[];
  readonly folder: FolderPlace | null;
  /** The file begins with a byte order mark. */
  hasMark = false;
  readonly #parts = new Map<() => unknown, unknown>();

  constructor({ trained = [], folder = null }: KnownBeside = {}) {
    this.trained = trained;
    this.folder = folder;
  }

  /** @param make makes the part; the same function names the same part. */
  part<Part>(make: () => Part): Part {
    if (!this.#parts.has(make)) this.#parts.set(make, make());
    return this.#parts.get(make) as Part;
  }
}
