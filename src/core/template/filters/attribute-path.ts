import type { Runtime } from '../runtime.ts';
import { getItem } from '../values/access.ts';
import { textIn } from '../values/markup.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { TEXT_CLASSES } from '../methods/text-class.ts';

export type Getter = (item: Value) => Value;

/** `a.b.0` → its parts; a whole number is an index (filters.py:120). */
function pathParts(attribute: Value): Value[] {
  if (attribute === null) return [];
  const text = textIn(attribute);
  if (text === undefined) return [attribute];
  return text.split('.').map((part) => (TEXT_CLASSES['isdigit']?.(part) === true ? Number(part) : part));
}

/** Reads a dotted path; `fallback` replaces what is undefined on the way. */
export function attributeGetter(attribute: Value, fallback: Value = null): Getter {
  const parts = pathParts(attribute);
  return (item) => {
    let value = item;
    for (const part of parts) {
      value = getItem(value, part);
      if (fallback !== null && value instanceof Undefined) value = fallback;
    }
    return value;
  };
}

/** `a.b,c` → a list with what each path reads (filters.py:95). */
export function multiAttributeGetter(attribute: Value): (item: Value) => Value[] {
  const getters = (textIn(attribute)?.split(',') ?? [attribute]).map((each) => attributeGetter(each));
  return (item) => getters.map((getter) => getter(item));
}

/** Texts are compared in lower case unless `case_sensitive`. */
export function ignoreCase(value: Value): Value {
  const text = textIn(value);
  return text === undefined ? value : text.toLowerCase();
}

/** A generator over what `pick` makes of each item; JS undefined leaves one out. */
export function lazily(
  runtime: Runtime,
  next: () => Value | undefined,
  pick: (item: Value) => Value | undefined,
): { next: () => Value | undefined } {
  return {
    next: () => {
      for (let item = next(); item !== undefined; item = next()) {
        runtime.step();
        const picked = pick(item);
        if (picked !== undefined) return picked;
      }
      return undefined;
    },
  };
}
