import { getAttribute, hasMethod } from '../values/access.ts';
import { isTrue } from '../values/truth.ts';
import { typeError } from '../template-fault.ts';
import { textIn } from '../values/markup.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import { PyDict } from '../values/dict.ts';
import type { Value } from '../values/value.ts';
import { filter, type FilterFamily } from './filter.ts';

const orDefault = filter('default', ['default_value', 'boolean'], (_, value, [fallback, falsy]) => {
  const replaces = value instanceof Undefined || (isTrue(falsy ?? false) && !isTrue(value));
  return replaces ? (fallback === undefined ? '' : fallback) : value;
});

/** The attribute alone, never an item of that name (filters.py:1480). */
function attr(value: Value, name: Value): Value {
  const text = textIn(name);
  if (text === undefined) return typeError(`attribute name must be string, not '${typeName(name)}'`);
  return attributeOnly(value, text);
}

function attributeOnly(value: Value, name: string): Value {
  const isItemOnly =
    (value instanceof PyDict || Array.isArray(value)) && !hasMethod(value, name) && !name.startsWith('__');
  return isItemOnly ? new Undefined(name, value) : getAttribute(value, name);
}

/** Filters on any value (filters.py). */
export const VALUE_FILTERS: FilterFamily = {
  default: orDefault,
  d: orDefault,
  attr: filter('attr', ['name'], (_, value, [name]) => attr(value, name ?? null), 1),
};
