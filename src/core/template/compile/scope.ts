import type { Runtime } from '../runtime.ts';
import type { TemplateFault } from '../template-fault.ts';
import type { Origin } from '../trace/origin.ts';
import type { Value } from '../values/value.ts';
import { type Frame, FunctionScope, type Slot } from './function-scope.ts';
import { Symbols } from './symbols.ts';

/** A compiled expression. */
export type Evaluate = (frame: Frame, runtime: Runtime) => Value;

/** What a statement asks of the loop around it. */
export type Flow = 0 | 1 | 2;
export const GO_ON: Flow = 0;
export const BREAK: Flow = 1;
export const CONTINUE: Flow = 2;

/** A compiled statement: writes to the runtime. */
export type Execute = (frame: Frame, runtime: Runtime) => Flow;

/** Where the compiler stands. */
export interface Scope {
  readonly symbols: Symbols;
  /** Top level of the template: assignments are seen by blocks. */
  readonly topLevel: boolean;
  /** Directly inside an `if`: unknown filters and tests fail only when they run (compiler.py:537). */
  readonly soft: boolean;
  /** `break` and `continue` have a loop in this function. */
  readonly breakable: boolean;
  readonly escaping: Escaping;
  /** The template's blocks by name, as far as they are compiled. */
  readonly blocks: ReadonlyMap<string, (runtime: Runtime) => void>;
  /** Compiles for evaluation at compile time, where some operations behave otherwise. */
  readonly folding: boolean;
  readonly marks: Marks;
}

/** What is found while a template is compiled, in the order of jinja2's generated code. */
export interface Marks {
  /** The last offset whose line the generated code knows: statements without a line of their own have it. */
  last: number;
  /** What is told only if nothing else is wrong. */
  fault: TemplateFault | null;
}

/** What is known of autoescape when a template is compiled; `varies` where only the running template knows. */
export interface Escaping {
  readonly on: boolean;
  readonly varies: boolean;
}

export const NOT_ESCAPING: Escaping = { on: false, varies: false };

/** The scope of the template, or of a block: both begin anew. */
export function rootScope(symbols: Symbols, topLevel: boolean, marks: Marks): Scope {
  return {
    symbols,
    topLevel,
    soft: false,
    breakable: false,
    escaping: NOT_ESCAPING,
    blocks: new Map(),
    folding: false,
    marks,
  };
}

/** A frame inside the same function. */
export function innerScope(scope: Scope, breakable = scope.breakable): Scope {
  const symbols = new Symbols(scope.symbols.scope, scope.symbols);
  return { ...scope, symbols, topLevel: false, soft: false, breakable };
}

/** A frame that is a function of its own. */
export function functionScope(scope: Scope): Scope {
  const symbols = new Symbols(new FunctionScope(scope.symbols.scope), scope.symbols);
  return { ...scope, symbols, topLevel: false, soft: false, breakable: false };
}

export function softScope(scope: Scope): Scope {
  return { ...scope, soft: true };
}

type Read = (frame: Frame) => Value | undefined;
type Write = (frame: Frame, runtime: Runtime, value: Value) => void;

/** Reads a slot from a frame of `from`. */
export function reader(from: FunctionScope, slot: Slot): Read {
  const { index } = slot;
  const hops = from.hopsTo(slot.scope);
  if (hops === 0) return (frame) => frame.slots[index];
  if (hops === 1) return (frame) => frame.outer?.slots[index];
  return (frame) => {
    let at: Frame | null = frame;
    for (let i = 0; i < hops && at !== null; i++) at = at.outer;
    return at?.slots[index];
  };
}

/** Reads where the value of a slot came from, in traced code. */
export function originReader(from: FunctionScope, slot: Slot): (frame: Frame) => Origin | null {
  const hops = from.hopsTo(slot.scope);
  return (frame) => {
    let at: Frame | null = frame;
    for (let i = 0; i < hops && at !== null; i++) at = at.outer;
    return at?.origins[slot.index] ?? null;
  };
}

export function writer(slot: Slot): Write {
  const { index } = slot;
  if (!slot.scope.tracing) {
    return (frame, _, value) => {
      frame.slots[index] = value;
    };
  }
  return (frame, runtime, value) => {
    frame.slots[index] = value;
    runtime.trace?.assignSlot(frame, index);
  };
}

/** What is done when the frame of `symbols` is entered: names are resolved, aliased or made missing. */
export function enterFrame(symbols: Symbols): (frame: Frame, runtime: Runtime) => void {
  const actions: ((frame: Frame, runtime: Runtime) => void)[] = [];
  for (const [slot, load] of symbols.loads) {
    const { index } = slot;
    if (load.kind === 'resolve') {
      const { name } = load;
      actions.push((frame, runtime) => {
        const value = runtime.context.get(name);
        frame.slots[index] = value;
        if (runtime.trace !== null) frame.origins[index] = runtime.trace.variable(name, value);
      });
    } else if (load.kind === 'alias') {
      const read = reader(symbols.scope, load.from);
      const originOf = originReader(symbols.scope, load.from);
      actions.push((frame, runtime) => {
        frame.slots[index] = read(frame);
        if (runtime.trace !== null) frame.origins[index] = originOf(frame);
      });
    } else if (load.kind === 'undefined') {
      actions.push((frame) => {
        frame.slots[index] = undefined;
      });
    }
  }
  if (actions.length === 0) return () => undefined;
  const [only] = actions;
  if (actions.length === 1 && only !== undefined) return only;
  return (frame, runtime) => {
    for (const action of actions) action(frame, runtime);
  };
}

/** What is done when the frame is left inside its function: its names are missing again. */
export function leaveFrame(symbols: Symbols): (frame: Frame) => void {
  const indices = Array.from(symbols.loads.keys(), (slot) => slot.index);
  return (frame) => {
    for (const index of indices) frame.slots[index] = undefined;
  };
}
