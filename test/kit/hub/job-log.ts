/** A line of a job, as its log events say it. */
export interface LogLine {
  readonly data: string;
  /** UTC with microseconds: `2026-11-25T22:31:00.123456Z`. */
  readonly timestamp: string;
}

/** What a job printed. Time stamps rise strictly. */
export class JobLog {
  readonly lines: LogLine[] = [];
  /** Streams that were opened so far, and how many lines the furthest of them carried. */
  streams = 0;
  carried = 0;
  #closed = false;
  #last = 0;
  readonly #waiting = new Set<() => void>();

  append(data: string): void {
    const now = Math.floor((performance.timeOrigin + performance.now()) * 1000);
    this.#last = Math.max(this.#last + 1, now);
    this.lines.push({ data, timestamp: timestamp(this.#last) });
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Calls back once, at the next line or when the log is closed. Returns what takes that back. */
  onceChanged(callback: () => void): () => void {
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  }

  #wake(): void {
    const callbacks = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of callbacks) callback();
  }
}

function timestamp(microseconds: number): string {
  const whole = new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, -1);
  return `${whole}${String(microseconds % 1000).padStart(3, '0')}Z`;
}
