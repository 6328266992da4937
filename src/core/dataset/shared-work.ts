/** What several rules of one file work out together: each part is made by the first that asks for it. */
export class SharedWork {
  readonly #parts = new Map<() => unknown, unknown>();

  /** @param make makes the part; the same function names the same part. */
  part<Part>(make: () => Part): Part {
    if (!this.#parts.has(make)) this.#parts.set(make, make());
    return this.#parts.get(make) as Part;
  }
}
