/** Following a text takes more than anybody waits for: it is rendered without a trace. */
export class TraceOverflow extends Error {
  override readonly name = 'TraceOverflow';
}

/** Values, parts and pieces that one trace may handle: a few tenths of a second, and a few hundred megabytes. */
const MOST_WORK = 2_000_000;

/** Counts what a trace does, so that it ends alike on every machine. */
export class TraceWork {
  private spent = 0;

  /** @throws {TraceOverflow} when it is too much */
  spend(units: number): void {
    this.spent += units;
    if (this.spent > MOST_WORK) throw new TraceOverflow();
  }
}
