import type { Symbols } from '../compile/symbols.ts';

/** Half-open, in UTF-16 units of the normalised template unless said otherwise. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place where a name is read. */
export interface VariableUse extends Range {
  /** The value may come from what the template is given, not (only) from the template itself. */
  readonly outside: boolean;
  /** The template only asks whether the value is there or true. */
  readonly tested: boolean;
}

/** `special` is what jinja2 puts there: `loop`, `caller`, `varargs`, `kwargs`, `self`, `super`. */
export type VariableKind = 'outside' | 'set' | 'loop' | 'macro' | 'parameter' | 'with' | 'import' | 'special';

/** One variable of a template with all its places in source order of visiting. */
export interface Variable {
  readonly name: string;
  readonly kind: VariableKind;
  readonly definitions: Range[];
  readonly uses: VariableUse[];
  /** Where the name means this variable: the body of its loop, macro or block, or the whole template. */
  readonly scope: Range;
}

/** A frame of jinja2 while its names are resolved. */
export class VariableFrame {
  readonly parent: VariableFrame | null;
  readonly symbols: Symbols;
  readonly scope: Range;
  /** A block sees of its parent, the template, what has a value there when it runs. */
  private readonly kind: 'inside' | 'block';
  readonly variables = new Map<string, Variable>();
  /** Names that certainly have a value of this frame where the walk stands. */
  assigned = new Set<string>();

  constructor(
    parent: VariableFrame | null,
    symbols: Symbols,
    scope: Range,
    kind: 'inside' | 'block' = 'inside',
  ) {
    this.kind = kind;
    this.parent = parent;
    this.symbols = symbols;
    this.scope = scope;
  }

  /** The frame whose variable a name means; null: that of no frame. */
  owner(name: string): VariableFrame | null {
    return this.variables.has(name) || this.symbols.stores.has(name)
      ? this
      : (this.parent?.owner(name) ?? null);
  }

  /** Whether a name that is read here may come from outside (idtracking.py: its load is `resolve`). */
  isOutside(name: string): boolean {
    if (this.assigned.has(name)) return false;
    const slot = this.symbols.refs.get(name);
    const load = slot === undefined ? undefined : this.symbols.loads.get(slot);
    if (load?.kind === 'parameter' || load?.kind === 'undefined') return false;
    if (this.kind === 'block') return this.parent?.assigned.has(name) !== true;
    if (load?.kind === 'resolve' || this.parent === null) return true;
    return this.parent.isOutside(name);
  }
}
