import { capitalize, lowerCase } from '../methods/text-case.ts';
import { justify, replaceText } from '../methods/text-pad.ts';
import { splitLines } from '../methods/text-split.ts';
import { strip } from '../methods/text-strip.ts';
import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError } from '../template-fault.ts';
import { toSize } from '../values/coerce.ts';
import { joinTexts, lengthOf, listOf, textOf } from '../values/iterate.ts';
import { arithmetic } from '../values/arithmetic.ts';
import { escaped } from '../values/escape.ts';
import { escapeText, like, Markup, textIn } from '../values/markup.ts';
import { remainder } from '../values/remainder.ts';
import { slice } from '../values/slice.ts';
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
      return first.toUpperCase() + lowerCase(part.slice(first.length));
    })
    .join('');
}

function replace(runtime: Runtime, value: Value, args: readonly (Value | undefined)[]): Value {
  const [old = null, fresh = null, count] = args;
  const times = count === undefined || count === null ? -1 : toSize(count, -1);
  if (!runtime.autoescape) return replaceText(runtime, textOf(value), textOf(old), textOf(fresh), times);
  const isMarkup = value instanceof Markup || old instanceof Markup || fresh instanceof Markup;
  const text = isMarkup ? escaped(value).text : textOf(value);
  const put = isMarkup ? escaped(fresh).text : textOf(fresh);
  const replaced = replaceText(runtime, text, textOf(old), put, times);
  return isMarkup ? new Markup(replaced) : replaced;
}

function indent(runtime: Runtime, value: Value, width: Value, first: boolean, blank: boolean): Value {
  if (value instanceof Undefined) return value.fail();
  const text = textIn(value);
  if (text === undefined) return refuseIndent(value);
  const given = textIn(width);
  const size = given?.length ?? toSize(width, 4);
  runtime.reserve(size);
  const plain = given ?? ' '.repeat(Math.max(0, size));
  const lines = splitLines(runtime, `${text}\n`, false);
  runtime.reserve(text.length + lines.length * plain.length);
  runtime.charge((lines.length * plain.length) >> 6);
  if (width instanceof Markup && !(value instanceof Markup))
    return indentByMarkup(lines, plain, first, blank);
  const rest = lines.slice(1).map((line) => (line === '' && !blank ? line : plain + line));
  return like(value, (first ? plain : '') + [lines[0] ?? '', ...rest].join('\n'));
}

/** A Markup in front of plain lines escapes them, and what is joined by a plain line end is plain again. */
function indentByMarkup(lines: readonly string[], indention: string, first: boolean, blank: boolean): Value {
  if (blank) {
    const joined = lines.map(escapeText).join(`\n${indention}`);
    return new Markup((first ? indention : '') + joined);
  }
  const rest = lines.slice(1).map((line) => (line === '' ? line : indention + escapeText(line)));
  const text = [lines[0] ?? '', ...rest].join('\n');
  return first ? new Markup(indention + escapeText(text)) : text;
}

/** `value += "\n"` is the first thing that the filter does. */
function refuseIndent(value: Value): never {
  return typeError(`unsupported operand type(s) for +=: '${typeName(value)}' and 'str'`);
}

function truncate(runtime: Runtime, value: Value, args: readonly (Value | undefined)[]): Value {
  const [length, killWords, end, leeway] = args;
  const ending = end === undefined ? '...' : end;
  const limit = toSize(length, 255);
  const slack = leeway === undefined || leeway === null ? 5 : toSize(leeway, 5);
  const tail = lengthOf(ending);
  if (limit < tail) throw new TemplateFault('AssertionError', `expected length >= ${tail}, got ${limit}`);
  if (slack < 0) throw new TemplateFault('AssertionError', `expected leeway >= 0, got ${slack}`);
  if (lengthOf(value) <= limit + slack) return value;
  const text = textIn(value);
  if (text === undefined)
    return truncateItems(runtime, value, limit - tail, isTrue(killWords ?? false), ending);
  runtime.charge(text.length >> 6);
  const kept = points(text)
    .slice(0, limit - tail)
    .join('');
  const space = isTrue(killWords ?? false) ? -1 : kept.lastIndexOf(' ');
  return arithmetic(runtime, '+', like(value, space < 0 ? kept : kept.slice(0, space)), ending);
}

/** Lists can be cut and added to; they have no words. */
function truncateItems(runtime: Runtime, value: Value, keep: number, cuts: boolean, ending: Value): Value {
  const part = slice(runtime, value, null, keep, null);
  return cuts
    ? arithmetic(runtime, '+', part, ending)
    : typeError(`'${typeName(value)}' object has no attribute 'rsplit'`);
}

function join(runtime: Runtime, value: Value, separator: Value, attribute: Value): Value {
  const getter = attribute === null ? null : attributeGetter(attribute);
  const items = listOf(runtime, value).map((item) => (getter === null ? item : getter(item)));
  if (!runtime.autoescape) return joinTexts(runtime, textOf(separator), items.map(textOf));
  const escapes = separator instanceof Markup || items.some((item) => item instanceof Markup);
  if (!escapes) return joinTexts(runtime, textOf(separator), items.map(textOf));
  const texts = items.map((item) => escaped(item).text);
  return new Markup(joinTexts(runtime, escaped(separator).text, texts));
}

function format(runtime: Runtime, value: Value, args: Value[], kwargs: Kwargs): Value {
  const named = kwargs !== null && kwargs.size > 0;
  if (args.length > 0 && named) {
    throw new TemplateFault(
      'FilterArgumentError',
      "can't handle positional and keyword arguments at the same time",
    );
  }
  return remainder(runtime, like(value, textOf(value)), named ? PyDict.of(kwargs) : new PyTuple(args));
}

/** Filters that make text of anything (filters.py). */
export const TEXT_FILTERS: FilterFamily = {
  upper: filter('upper', [], (runtime, value) => like(value, counted(runtime, value).toUpperCase())),
  lower: filter('lower', [], (runtime, value) => like(value, lowerCase(counted(runtime, value)))),
  capitalize: filter('capitalize', [], (runtime, value) => like(value, capitalize(counted(runtime, value)))),
  title: filter('title', [], (runtime, value) => titleFilter(counted(runtime, value))),
  string: filter('string', [], (runtime, value) => like(value, counted(runtime, value))),
  safe: filter('safe', [], (runtime, value) => new Markup(counted(runtime, value))),
  trim: filter('trim', ['chars'], (runtime, value, [characters]) => {
    const set = textIn(characters) ?? null;
    if (set === null && characters !== undefined && characters !== null)
      return typeError('strip arg must be None or str');
    return like(value, strip(counted(runtime, value), set, 'both'));
  }),
  replace: filter('replace', ['old', 'new', 'count'], replace, 2),
  center: filter('center', ['width'], (runtime, value, [width]) =>
    like(value, justify(runtime, textOf(value), toSize(width, 80), ' ', 'center')),
  ),
  indent: filter('indent', ['width', 'first', 'blank'], (runtime, value, [width, first, blank]) =>
    indent(runtime, value, width === undefined ? 4 : width, isTrue(first ?? false), isTrue(blank ?? false)),
  ),
  truncate: filter('truncate', ['length', 'killwords', 'end', 'leeway'], truncate),
  wordcount: filter(
    'wordcount',
    [],
    (runtime, value) => counted(runtime, value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0,
  ),
  join: filter('join', ['d', 'attribute'], (runtime, value, [separator, attribute]) =>
    join(runtime, value, separator === undefined ? '' : separator, attribute ?? null),
  ),
  format,
};
