/** What takes the bytes of a file in order and knows its rows from them. */
interface ByteIndex {
  push(chunk: Uint8Array): void;
  end(): void;
}

/** Goes through the bytes of a file once for the index of its rows, and knows how far it is. */
export class FileIndexing {
  /** Settles when there are rows to read, or it is known that there are none; rejects if the file cannot be read. */
  readonly opened: Promise<void>;
  readonly #all: number;
  #done = 0;
  #isComplete = false;
  #fault: string | null = null;
  #isStopped = false;

  /** @param chunks all bytes, which are `all`; @param hasRows whether the index knows some already */
  constructor(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    all: number,
    index: ByteIndex,
    hasRows: () => boolean,
  ) {
    this.#all = all;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.opened = promise;
    const opened = (): void => {
      if (hasRows()) resolve();
    };
    this.#read(chunks, index, opened).then(resolve, (error: unknown) => this.#fail(error, reject));
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Why the rest of the file could not be read; null if nothing is wrong. */
  get fault(): string | null {
    return this.#fault;
  }

  get bytes(): { done: number; all: number } {
    return { done: this.#done, all: Math.max(this.#done, this.#all) };
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #read(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    index: ByteIndex,
    opened: () => void,
  ): Promise<void> {
    for await (const chunk of chunks) {
      if (this.#isStopped) return;
      index.push(chunk);
      this.#done += chunk.length;
      opened();
    }
    index.end();
    this.#isComplete = true;
  }

  /** What was read by then can still be shown. */
  #fail(error: unknown, reject: (error: unknown) => void): void {
    this.#fault = error instanceof Error ? error.message : String(error);
    this.#isComplete = true;
    reject(error);
  }
}
