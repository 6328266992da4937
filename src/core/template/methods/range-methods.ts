import { valueError } from '../template-fault.ts';
import { integral, numeric } from '../values/number.ts';
import { repr } from '../values/repr.ts';
import { PyFloat, type PyRange, type Value } from '../values/value.ts';
import { positional, type Method } from './method.ts';

function indexOf(range: PyRange, what: Value): number {
  const number = numeric(what);
  const at = number instanceof PyFloat ? number.value : integral(what);
  if (at === undefined) return -1;
  const index = (Number(at) - range.start) / range.step;
  return Number.isInteger(index) && index >= 0 && index < range.length ? index : -1;
}

const RANGE: ReadonlyMap<string, Method<PyRange>> = new Map([
  [
    'count',
    positional<PyRange>('count', ['value'], 1, (_, self, [what]) =>
      indexOf(self, what ?? null) < 0 ? 0 : 1,
    ),
  ],
  [
    'index',
    positional<PyRange>('index', ['value'], 1, (_, self, [what]) => {
      const index = indexOf(self, what ?? null);
      return index < 0 ? valueError(`${repr(what ?? null)} is not in range`) : index;
    }),
  ],
]);

/** A method of range by name. */
export function rangeMethod(name: string): Method<PyRange> | undefined {
  return RANGE.get(name);
}
