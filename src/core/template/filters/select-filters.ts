import type { Runtime } from '../runtime.ts';
import { TemplateFault } from '../template-fault.ts';
import { iterate } from '../values/iterate.ts';
import { textIn } from '../values/markup.ts';
import { str } from '../values/repr.ts';
import { isTrue } from '../values/truth.ts';
import { PyIterator, type Cursor, type Kwargs, type Value } from '../values/value.ts';
import { attributeGetter, lazily, type Getter } from './attribute-path.ts';
import type { Filter, FilterFamily, Test } from './filter.ts';

type Find<T> = (name: string) => T | undefined;

/** `map`, `select` and their kin, which call other filters and tests by name (filters.py:1676). */
export function selectFilters(findFilter: Find<Filter>, findTest: Find<Test>): FilterFamily {
  const selecting = (byAttribute: boolean, keep: boolean): Filter => {
    return (runtime, value, args, kwargs) =>
      generator(runtime, value, 'select_or_reject', () => {
        const test = condition(runtime, args, kwargs, byAttribute, findTest);
        return (item) => (test(item) === keep ? item : undefined);
      });
  };
  return {
    map: (runtime, value, args, kwargs) =>
      generator(runtime, value, 'sync_do_map', () => mapper(runtime, args, kwargs, findFilter)),
    select: selecting(false, true),
    reject: selecting(false, false),
    selectattr: selecting(true, true),
    rejectattr: selecting(true, false),
  };
}

/** A generator: nothing of it is looked at, arguments included, before the first item is wanted; nothing at all if the value is false. */
function generator(
  runtime: Runtime,
  value: Value,
  name: string,
  prepare: () => (item: Value) => Value | undefined,
): PyIterator {
  let source: Cursor | null = null;
  const start = (): Cursor => {
    if (!isTrue(value)) return { next: () => undefined };
    const pick = prepare();
    const items = iterate(value);
    return lazily(runtime, () => items.next(), pick);
  };
  return new PyIterator({ next: () => (source ??= start()).next() }, 'generator', name);
}

function mapper(runtime: Runtime, args: Value[], kwargs: Kwargs, findFilter: Find<Filter>): Getter {
  if (args.length === 0 && kwargs !== null && kwargs.has('attribute')) {
    for (const key of kwargs.keys()) {
      if (key === 'attribute' || key === 'default') continue;
      throw new TemplateFault('FilterArgumentError', `Unexpected keyword argument '${key}'`);
    }
    return attributeGetter(kwargs.get('attribute') ?? null, kwargs.get('default') ?? null);
  }
  const [name, ...rest] = args;
  if (name === undefined) throw new TemplateFault('FilterArgumentError', 'map requires a filter argument');
  const filter = findFilter(textIn(name) ?? '');
  if (filter === undefined)
    throw new TemplateFault('TemplateRuntimeError', `No filter named '${str(name)}'.`);
  return (item) => filter(runtime, item, rest, kwargs);
}

function condition(
  runtime: Runtime,
  args: Value[],
  kwargs: Kwargs,
  byAttribute: boolean,
  findTest: Find<Test>,
): (item: Value) => boolean {
  const [attribute] = args;
  if (byAttribute && attribute === undefined) {
    throw new TemplateFault('FilterArgumentError', 'Missing parameter for attribute name');
  }
  const read = byAttribute ? attributeGetter(attribute ?? null) : (item: Value): Value => item;
  const [name, ...rest] = byAttribute ? args.slice(1) : args;
  if (name === undefined) return (item) => isTrue(read(item));
  const test = findTest(textIn(name) ?? '');
  if (test === undefined) throw new TemplateFault('TemplateRuntimeError', `No test named '${str(name)}'.`);
  return (item) => test(runtime, read(item), rest, kwargs);
}
