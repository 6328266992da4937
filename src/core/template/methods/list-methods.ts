import { valueError } from '../template-fault.ts';
import { equals } from '../values/compare.ts';
import { toSize } from '../values/coerce.ts';
import { repr } from '../values/repr.ts';
import type { PyTuple, Value } from '../values/value.ts';
import { positional, type Method } from './method.ts';

function indexOf(items: readonly Value[], what: Value, from: number, to: number): number | undefined {
  const start = from < 0 ? Math.max(0, from + items.length) : from;
  const stop = Math.min(items.length, to < 0 ? to + items.length : to);
  for (let i = start; i < stop; i++) {
    const item = items[i];
    if (item !== undefined && (item === what || equals(item, what))) return i;
  }
  return undefined;
}

function count(items: readonly Value[], what: Value): number {
  return items.filter((item) => item === what || equals(item, what)).length;
}

const LIST: ReadonlyMap<string, Method<Value[]>> = new Map([
  [
    'index',
    positional<Value[]>('index', ['value', 'start', 'stop'], 1, (runtime, self, [what, start, stop]) => {
      runtime.charge(self.length);
      const found = indexOf(self, what ?? null, toSize(start, 0), toSize(stop, self.length));
      return found ?? valueError(`${repr(what ?? null)} is not in list`);
    }),
  ],
  [
    'count',
    positional<Value[]>('count', ['value'], 1, (runtime, self, [what]) => {
      runtime.charge(self.length);
      return count(self, what ?? null);
    }),
  ],
  [
    'copy',
    positional<Value[]>('copy', [], 0, (runtime, self) => {
      runtime.charge(self.length);
      return [...self];
    }),
  ],
]);

const TUPLE: ReadonlyMap<string, Method<PyTuple>> = new Map([
  [
    'index',
    positional<PyTuple>('index', ['value', 'start', 'stop'], 1, (_, self, [what, start, stop]) => {
      const found = indexOf(self.items, what ?? null, toSize(start, 0), toSize(stop, self.items.length));
      return found ?? valueError('tuple.index(x): x not in tuple');
    }),
  ],
  ['count', positional<PyTuple>('count', ['value'], 1, (_, self, [what]) => count(self.items, what ?? null))],
]);

/** A method of list by name; the mutating ones never get here. */
export function listMethod(name: string): Method<Value[]> | undefined {
  return LIST.get(name);
}

export function tupleMethod(name: string): Method<PyTuple> | undefined {
  return TUPLE.get(name);
}
