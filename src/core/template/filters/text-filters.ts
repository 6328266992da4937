import { capitalize } from '../methods/text-case.ts';
import { justify, replaceText } from '../methods/text-pad.ts';
import { splitLines } from '../methods/text-split.ts';
import { strip } from '../methods/text-strip.ts';
import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError } from '../template-fault.ts';
import { toSize } from '../values/coerce.ts';
import { joinTexts, lengthOf, listOf, textOf } from '../values/iterate.ts';
import { printf } from '../values/printf.ts';
import { isTrue } from '../values/truth.ts';
import { typeName } from '../values/type-name.ts';
import { points, SPACE } from '../values/unicode.ts';
import { Undefined } from '../values/undefined.ts';
import { PyTuple, type Kwargs, type Value } from '../values/value.ts';
import { PyDict } from '../values/dict.ts';
import { attributeGetter } from './attribute-path.ts';
import { filter, type FilterFamily } from './filter.ts';

function counted(runtime: Runtime, value: Value): string {
  const text = textOf(value);
  runtime.charge(text.length >> 6);
  return text;
}

const WORD_START = new RegExp(`([-${SPACE}({\\[<]+)`);

function titleFilter(text: string): string {
  return text
    .split(WORD_START)
    .map((part) => {
      const [first = ''] = part;
      return first.toUpperCase() + part.slice(first.length).toLowerCase();
    })
    .join('');
}

function indent(runtime: Runtime, value: Value, width: Value, first: boolean, blank: boolean): string {
  if (value instanceof Undefined) return value.fail();
  if (typeof value !== 'string')
    return typeError(`unsupported operand type(s) for +=: '${typeName(value)}' and 'str'`);
  const size = typeof width === 'string' ? width.length : toSize(width, 4);
  runtime.reserve(size);
  const indention = typeof width === 'string' ? width : ' '.repeat(Math.max(0, size));
  const lines = splitLines(runtime, `${value}\n`, false);
  runtime.reserve(value.length + lines.length * indention.length);
  runtime.charge((lines.length * indention.length) >> 6);
  const rest = lines.slice(1).map((line) => (line === '' && !blank ? line : indention + line));
  return (first ? indention : '') + [lines[0] ?? '', ...rest].join('\n');
}

function truncate(runtime: Runtime, value: Value, args: readonly (Value | undefined)[]): Value {
  const [length, killWords, end, leeway] = args;
  const ending = textOf(end ?? '...');
  const limit = toSize(length, 255);
  const slack = leeway === undefined || leeway === null ? 5 : toSize(leeway, 5);
  const tail = points(ending).length;
  if (limit < tail) throw new TemplateFault('AssertionError', `expected length >= ${tail}, got ${limit}`);
  if (slack < 0) throw new TemplateFault('AssertionError', `expected leeway >= 0, got ${slack}`);
  if (lengthOf(value) <= limit + slack) return value;
  if (typeof value !== 'string') return typeError(`'${typeName(value)}' object has no attribute 'rsplit'`);
  const kept = points(counted(runtime, value))
    .slice(0, limit - tail)
    .join('');
  if (isTrue(killWords ?? false)) return kept + ending;
  const space = kept.lastIndexOf(' ');
  return (space < 0 ? kept : kept.slice(0, space)) + ending;
}

function join(runtime: Runtime, value: Value, separator: Value, attribute: Value): string {
  const getter = attribute === null ? null : attributeGetter(attribute);
  const texts = listOf(runtime, value).map((item) => textOf(getter === null ? item : getter(item)));
  return joinTexts(runtime, textOf(separator), texts);
}

function format(runtime: Runtime, value: Value, args: Value[], kwargs: Kwargs): string {
  const named = kwargs !== null && kwargs.size > 0;
  if (args.length > 0 && named) {
    throw new TemplateFault(
      'FilterArgumentError',
      "can't handle positional and keyword arguments at the same time",
    );
  }
  return printf(runtime, textOf(value), named ? PyDict.of(kwargs) : new PyTuple(args));
}

/** Filters that make text of anything (filters.py). */
export const TEXT_FILTERS: FilterFamily = {
  upper: filter('upper', [], (runtime, value) => counted(runtime, value).toUpperCase()),
  lower: filter('lower', [], (runtime, value) => counted(runtime, value).toLowerCase()),
  capitalize: filter('capitalize', [], (runtime, value) => capitalize(counted(runtime, value))),
  title: filter('title', [], (runtime, value) => titleFilter(counted(runtime, value))),
  string: filter('string', [], (runtime, value) => counted(runtime, value)),
  safe: filter('safe', [], (runtime, value) => counted(runtime, value)),
  trim: filter('trim', ['chars'], (runtime, value, [characters]) => {
    if (characters !== undefined && characters !== null && typeof characters !== 'string')
      return typeError('strip arg must be None or str');
    return strip(counted(runtime, value), characters ?? null, 'both');
  }),
  replace: filter(
    'replace',
    ['old', 'new', 'count'],
    (runtime, value, [old, fresh, count]) =>
      replaceText(
        runtime,
        textOf(value),
        textOf(old ?? null),
        textOf(fresh ?? null),
        count === null ? -1 : toSize(count, -1),
      ),
    2,
  ),
  center: filter('center', ['width'], (runtime, value, [width]) =>
    justify(runtime, textOf(value), toSize(width, 80), ' ', 'center'),
  ),
  indent: filter('indent', ['width', 'first', 'blank'], (runtime, value, [width, first, blank]) =>
    indent(runtime, value, width ?? 4, isTrue(first ?? false), isTrue(blank ?? false)),
  ),
  truncate: filter('truncate', ['length', 'killwords', 'end', 'leeway'], truncate),
  wordcount: filter(
    'wordcount',
    [],
    (runtime, value) => counted(runtime, value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0,
  ),
  join: filter('join', ['d', 'attribute'], (runtime, value, [separator, attribute]) =>
    join(runtime, value, separator ?? '', attribute ?? null),
  ),
  format,
};
