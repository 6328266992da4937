import { seqOf, type JobLogEvent } from './job-log-event.ts';

/** Numbers of events that have not come, both ends included. */
export interface MissingEvents {
  readonly first: number;
  readonly last: number;
}

// Numbers and parts beyond these are no runner's: they would have us wait for, or write, more than a disk holds.
const mostAhead = 1_000_000;
const mostParts = 65_536;

/**
 * Puts the events of a job's log in order: each number once, without gaps. An event that comes too early waits for those before it,
 * because a broken connection may bring them later.
 */
export class JobEventQueue {
  #last: number;
  readonly #waiting = new Map<number, string>();
  readonly #parts = new Map<number, string[]>();

  /** @param last number of the last event that was taken before */
  constructor(last: number) {
    this.#last = last;
  }

  /** Takes one event and gives the JSON texts that can be written now, in order. */
  take(event: JobLogEvent): string[] {
    if (event.seq <= this.#last || this.#waiting.has(event.seq)) return [];
    if (event.seq - this.#last > mostAhead || (event.kind === 'part' && event.of > mostParts)) return [];
    const json = event.kind === 'whole' ? event.json : this.#join(event);
    if (json === null) return [];
    this.#waiting.set(event.seq, json);
    return this.#ready();
  }

  /** The gap in front of the first event that waits; null if none waits. */
  get missing(): MissingEvents | null {
    if (this.#waiting.size === 0) return null;
    return { first: this.#last + 1, last: this.#firstWaiting() - 1 };
  }

  /**
   * Gives up the gap: whoever shows the run is told so, by a warning under each missing number.
   * @param now time of the warnings, ISO 8601
   */
  giveUpMissing(now: string): string[] {
    const gap = this.missing;
    if (gap === null) return [];
    const message = `Events ${gap.first} to ${gap.last} of this run never came: the job's log lost them.`;
    for (let seq = gap.first; seq <= gap.last; seq++) {
      const warning = { v: 1, seq, time: now, type: 'warning', code: 'log-gap', message };
      this.#waiting.set(seq, JSON.stringify(warning));
    }
    return this.#ready();
  }

  #firstWaiting(): number {
    let first = Infinity;
    for (const seq of this.#waiting.keys()) first = Math.min(first, seq);
    return first;
  }

  #ready(): string[] {
    const ready: string[] = [];
    for (;;) {
      const json = this.#waiting.get(this.#last + 1);
      if (json === undefined) return ready;
      this.#last += 1;
      this.#waiting.delete(this.#last);
      ready.push(json);
    }
  }

  #join({ seq, part, of, piece }: Extract<JobLogEvent, { kind: 'part' }>): string | null {
    const parts = this.#parts.get(seq) ?? [];
    parts[part - 1] = piece;
    this.#parts.set(seq, parts);
    if (Array.from({ length: of }, (_, index) => parts[index]).includes(undefined)) return null;
    this.#parts.delete(seq);
    const json = parts.join('');
    return seqOf(json) === seq ? json : null;
  }
}
