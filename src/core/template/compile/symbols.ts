import { TemplateFault } from '../template-fault.ts';
import type { FunctionScope, Slot } from './function-scope.ts';

/** What a slot holds when its frame is entered. */
export type Load =
  | { readonly kind: 'parameter' }
  | { readonly kind: 'resolve'; readonly name: string }
  | { readonly kind: 'alias'; readonly from: Slot }
  | { readonly kind: 'undefined' };

const PARAMETER: Load = { kind: 'parameter' };
const UNDEFINED: Load = { kind: 'undefined' };

/**
 * The names of one frame, found before it is compiled. Ported in meaning from jinja2's idtracking.py, because which variable a
 * name means (a loop's own, an outer one, one of the context) follows from exactly these rules.
 */
export class Symbols {
  readonly scope: FunctionScope;
  readonly parent: Symbols | null;
  private readonly level: number;
  readonly refs: Map<string, Slot>;
  readonly loads: Map<Slot, Load>;
  readonly stores: Set<string>;

  constructor(scope: FunctionScope, parent: Symbols | null, copyOf?: Symbols) {
    this.scope = scope;
    this.parent = parent;
    this.level = copyOf?.level ?? (parent === null ? 0 : parent.level + 1);
    this.refs = new Map(copyOf?.refs);
    this.loads = new Map(copyOf?.loads);
    this.stores = new Set(copyOf?.stores);
  }

  copy(): Symbols {
    return new Symbols(this.scope, this.parent, this);
  }

  find(name: string): Slot | undefined {
    return this.refs.get(name) ?? this.parent?.find(name);
  }

  /** The slot of a name that the analysis has seen. Python's compiler fails on one it has not (a filter's argument in a set block). */
  ref(name: string, offset: number): Slot {
    const slot = this.find(name);
    if (slot !== undefined) return slot;
    const message = `Tried to resolve a name to a reference that was unknown to the frame ('${name}')`;
    throw new TemplateFault('AssertionError', message, offset);
  }

  store(name: string): void {
    this.stores.add(name);
    if (this.refs.has(name)) return;
    const outer = this.parent?.find(name);
    this.define(name, outer === undefined ? UNDEFINED : { kind: 'alias', from: outer });
  }

  /** The variables that are set in this frame and those around it: jinja2's dump_stores. */
  visibleStores(): (readonly [string, Slot])[] {
    return [...this.allStores()].flatMap((name) => {
      const slot = this.find(name);
      return slot === undefined ? [] : [[name, slot] as const];
    });
  }

  private allStores(): Set<string> {
    return new Set([...this.stores, ...(this.parent?.allStores() ?? [])]);
  }

  declareParameter(name: string): Slot {
    this.stores.add(name);
    return this.define(name, PARAMETER);
  }

  load(name: string): void {
    if (this.find(name) === undefined) this.define(name, { kind: 'resolve', name });
  }

  /** Joins what the branches of an `if` have found. */
  merge(branches: readonly Symbols[]): void {
    const stores = new Set<string>();
    for (const branch of branches)
      for (const name of branch.stores) if (!this.stores.has(name)) stores.add(name);
    for (const branch of branches) {
      for (const [name, slot] of branch.refs) this.refs.set(name, slot);
      for (const [slot, load] of branch.loads) this.loads.set(slot, load);
      for (const name of branch.stores) this.stores.add(name);
    }
    for (const name of stores) {
      const slot = this.refs.get(name);
      if (slot === undefined) continue;
      const outer = this.parent?.find(name);
      this.loads.set(slot, outer === undefined ? { kind: 'resolve', name } : { kind: 'alias', from: outer });
    }
  }

  private define(name: string, load: Load): Slot {
    const slot = this.scope.slot(`${this.level} ${name}`);
    this.refs.set(name, slot);
    this.loads.set(slot, load);
    return slot;
  }
}
