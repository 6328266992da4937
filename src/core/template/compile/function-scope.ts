import type { Origin } from '../trace/origin.ts';
import type { Value } from '../values/value.ts';

/** A variable: an index into the frames of one function of the template. */
export interface Slot {
  readonly scope: FunctionScope;
  readonly index: number;
}

/**
 * What is one Python function in jinja2's generated code: the template, a block, a macro, a recursive loop, a loop's filter.
 * Sibling scopes of one level share their slots by name, as the generated code shares its local variables.
 */
export class FunctionScope {
  readonly parent: FunctionScope | null;
  /** Whether the code also follows where values come from. */
  readonly tracing: boolean;
  private readonly slots = new Map<string, Slot>();

  constructor(parent: FunctionScope | null, tracing = parent?.tracing ?? false) {
    this.parent = parent;
    this.tracing = tracing;
  }

  slot(identifier: string): Slot {
    const known = this.slots.get(identifier);
    if (known !== undefined) return known;
    const slot: Slot = { scope: this, index: this.slots.size };
    this.slots.set(identifier, slot);
    return slot;
  }

  frame(outer: Frame | null): Frame {
    return new Frame(outer, this.slots.size);
  }

  /** How many functions outwards a slot of `scope` lies. */
  hopsTo(scope: FunctionScope): number {
    if (scope === this || this.parent === null) return 0;
    return 1 + this.parent.hopsTo(scope);
  }
}

/** The variables of one running call; JS undefined is jinja2's `missing`. */
export class Frame {
  readonly outer: Frame | null;
  readonly slots: (Value | undefined)[];
  /** Where the values of the slots came from, in traced code. */
  readonly origins: (Origin | null)[] = [];

  constructor(outer: Frame | null, size: number) {
    this.outer = outer;
    this.slots = [];
    for (let i = 0; i < size; i++) this.slots.push(undefined);
  }
}
