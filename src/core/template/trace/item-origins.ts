import type { Value } from '../values/value.ts';
import type { Origin } from './origin.ts';
import type { Tracer } from './tracer.ts';

/** Where the items of a loop came from, one after another; a condition of the loop may look at items ahead of its turns. */
export class ItemOrigins {
  private readonly trace: Tracer;
  private readonly source: Value;
  private readonly filtered: boolean;
  private readonly kept: (Origin | null)[] = [];
  private looked: Origin | null = null;
  private index = 0;

  constructor(trace: Tracer, source: Value, filtered: boolean) {
    this.trace = trace;
    this.source = source;
    this.filtered = filtered;
  }

  /** For the next turn. */
  next(item: Value): Origin | null {
    return this.filtered ? (this.kept.shift() ?? null) : this.look(item);
  }

  /** For the condition, which is asked for each item. */
  look(item: Value): Origin | null {
    this.looked = this.trace.iterated(this.source, this.index++, item);
    return this.looked;
  }

  /** The item that was looked at last gets a turn. */
  keep(): void {
    this.kept.push(this.looked);
  }
}
