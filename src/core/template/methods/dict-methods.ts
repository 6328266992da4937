import { PyDict, DictView } from '../values/dict.ts';
import { iterate } from '../values/iterate.ts';
import type { Value } from '../values/value.ts';
import { positional, type Method } from './method.ts';

const METHODS: ReadonlyMap<string, Method<PyDict>> = new Map([
  [
    'get',
    positional<PyDict>(
      'get',
      ['key', 'default'],
      1,
      (_, self, [key, fallback]) => self.get(key ?? null) ?? fallback ?? null,
    ),
  ],
  ['items', positional<PyDict>('items', [], 0, (_, self) => new DictView('items', self))],
  ['keys', positional<PyDict>('keys', [], 0, (_, self) => new DictView('keys', self))],
  ['values', positional<PyDict>('values', [], 0, (_, self) => new DictView('values', self))],
  [
    'copy',
    positional<PyDict>('copy', [], 0, (runtime, self) => {
      runtime.charge(self.size());
      return self.copy();
    }),
  ],
  [
    'fromkeys',
    positional<PyDict>('fromkeys', ['iterable', 'value'], 1, (_, _self, [keys, value]) =>
      fromKeys(keys ?? null, value ?? null),
    ),
  ],
]);

/** A method of dict by name; the mutating ones never get here. */
export function dictMethod(name: string): Method<PyDict> | undefined {
  return METHODS.get(name);
}

/** `dict.fromkeys`. */
export function fromKeys(keys: Value, value: Value): PyDict {
  const dict = new PyDict();
  const cursor = iterate(keys);
  for (let key = cursor.next(); key !== undefined; key = cursor.next()) dict.set(key, value);
  return dict;
}
