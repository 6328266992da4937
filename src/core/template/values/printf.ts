import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { floatOf } from './arithmetic.ts';
import { PyDict } from './dict.ts';
import { floatDigits } from './format-spec.ts';
import { integral, numeric, toInt } from './number.ts';
import { escaped } from './escape.ts';
import { escapeText, Markup, textIn } from './markup.ts';
import { hexEscape, repr, str } from './repr.ts';
import { toFloat, wholeOf } from './to-number.ts';
import { typeName } from './type-name.ts';
import { pointLength, points } from './unicode.ts';
import { Undefined } from './undefined.ts';
import { PyFloat, PyObject, PyTuple, type Value } from './value.ts';

const DIRECTIVE =
  /%(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?([\s\S])?/gu;

/** Python's `text % values`. Widths are checked before anything is padded. */
export function printf(runtime: Runtime, format: string, values: Value): string {
  return printfWith(runtime, format, new Arguments(values), PLAIN_WORDS);
}

/** How `%s`, `%r` and `%a` make text of a value. */
interface Words {
  readonly str: (value: Value) => string;
  readonly repr: (value: Value) => string;
}

const PLAIN_WORDS: Words = { str, repr };
/** Markup's operands are wrapped: their text is escaped (markupsafe, _MarkupEscapeHelper). */
const ESCAPED_WORDS: Words = {
  str: (value) => escaped(value).text,
  repr: (value) => escapeText(repr(value)),
};

/** `Markup % values`: everything but a tuple counts as a mapping if it has items, else as one value. */
export function printfMarkup(runtime: Runtime, format: string, values: Value): Markup {
  return new Markup(printfWith(runtime, format, new Arguments(values, true), ESCAPED_WORDS));
}

function printfWith(runtime: Runtime, format: string, source: Arguments, words: Words): string {
  runtime.charge(format.length >> 6);
  const text = format.replace(DIRECTIVE, (...match: (string | undefined)[]) => {
    const [whole, key, flags = '', width, precision, conversion] = match;
    if (whole === '%%') return '%';
    if (conversion === undefined) return valueError('incomplete format');
    const wide = width === '*' ? source.nextInt() : Number(width ?? 0);
    const precise = precision === '*' ? source.nextInt() : precision === undefined ? null : Number(precision);
    runtime.reserve(Math.abs(wide));
    runtime.reserve((precise ?? 0) * 100);
    runtime.charge((Math.abs(wide) >> 6) + (precise ?? 0));
    const value = key === undefined ? source.next() : source.named(key);
    const plain = source.wrapped ? unwrapped(conversion, value) : value;
    const left = flags.includes('-') || wide < 0;
    return pad(convert(conversion, plain, flags, precise, words), flags, Math.abs(wide), left, conversion);
  });
  source.finish();
  runtime.reserve(text.length);
  return text;
}

class Arguments {
  /** Markup's operands stand in a wrapper that can be made a number of, but is none. */
  readonly wrapped: boolean;
  private readonly values: Value;
  private readonly items: readonly Value[] | null;
  private used = 0;

  constructor(values: Value, wrapped = false) {
    this.values = values;
    this.wrapped = wrapped;
    this.items = values instanceof PyTuple ? values.items : null;
  }

  next(): Value {
    const value = this.items === null ? (this.used === 0 ? this.values : undefined) : this.items[this.used];
    this.used++;
    return value ?? (value === null ? null : typeError('not enough arguments for format string'));
  }

  nextInt(): number {
    const int = this.wrapped ? undefined : integral(this.next());
    return int === undefined ? typeError('* wants int') : Number(int);
  }

  named(key: string): Value {
    this.used = Number.NaN;
    const { values } = this;
    if (values instanceof PyDict) {
      const value = values.get(key);
      if (value === undefined) throw new TemplateFault('KeyError', repr(key));
      return value;
    }
    return values instanceof Undefined ? values.fail() : typeError('format requires a mapping');
  }

  /** Everything must have been used, unless it has items of its own, as a mapping has. */
  finish(): void {
    if (Number.isNaN(this.used)) return;
    const given = this.items?.length ?? 1;
    if (this.used >= given || (this.items === null && hasItems(this.values))) return;
    typeError('not all arguments converted during string formatting');
  }
}

/** Whether C's PyMapping_Check takes it for a mapping, texts and tuples apart. */
function hasItems(value: Value): boolean {
  if (Array.isArray(value) || value instanceof PyDict || value instanceof Undefined) return true;
  return value instanceof PyObject && ['range', 'bytes', 'TemplateReference'].includes(value.typeName);
}

interface Converted {
  readonly sign: string;
  readonly body: string;
}

function convert(
  conversion: string,
  value: Value,
  flags: string,
  precision: number | null,
  words: Words,
): Converted {
  switch (conversion) {
    case 's':
      return { sign: '', body: cut(words.str(value), precision) };
    case 'r':
      return { sign: '', body: cut(words.repr(value), precision) };
    case 'a':
      return { sign: '', body: cut(asciiOf(words.repr(value)), precision) };
    case 'c':
      return { sign: '', body: character(value) };
    case 'd':
    case 'i':
    case 'u':
      return integer(conversion, decimalInt(conversion, value), 10, '', flags, precision);
    case 'o':
      return integer(conversion, wholeInt(conversion, value), 8, '0o', flags, precision);
    case 'x':
    case 'X':
      return integer(conversion, wholeInt(conversion, value), 16, `0${conversion}`, flags, precision);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return float(conversion, value, flags, precision ?? 6);
    default:
      return valueError(`unsupported format character '${conversion}'`);
  }
}

/** What the wrapper of Markup's operands makes of a value: `int()` and `float()` of anything, texts included; no index, no character. */
function unwrapped(conversion: string, value: Value): Value {
  if (/[diu]/.test(conversion)) return wholeOf(value);
  if (/[eEfFgG]/.test(conversion)) return new PyFloat(toFloat(value));
  if (/[oxXc]/.test(conversion)) return typeError(`%${conversion} format: an integer is required`);
  return value;
}

function cut(text: string, precision: number | null): string {
  return precision === null ? text : points(text).slice(0, precision).join('');
}

/** Python's `ascii`. */
export function ascii(value: Value): string {
  return asciiOf(repr(value));
}

function asciiOf(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, hexEscape);
}

function character(value: Value): string {
  const int = integral(value);
  if (int !== undefined) {
    if (int < 0 || int > 0x10ffff) throw new TemplateFault('OverflowError', '%c arg not in range(0x110000)');
    return String.fromCodePoint(Number(int));
  }
  const text = textIn(value);
  if (text !== undefined && pointLength(text) === 1) return text;
  return typeError('%c requires int or char');
}

function decimalInt(conversion: string, value: Value): number | bigint {
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`%${conversion} format: a real number is required, not ${typeName(value)}`);
  }
  if (!(number instanceof PyFloat)) return number;
  if (!Number.isFinite(number.value)) return valueError('cannot convert float NaN to integer');
  return toInt(BigInt(Math.trunc(number.value)));
}

function wholeInt(conversion: string, value: Value): number | bigint {
  const int = integral(value);
  return int ?? typeError(`%${conversion} format: an integer is required, not ${typeName(value)}`);
}

function signOf(negative: boolean, flags: string): string {
  if (negative) return '-';
  if (flags.includes('+')) return '+';
  return flags.includes(' ') ? ' ' : '';
}

function integer(
  conversion: string,
  int: number | bigint,
  radix: number,
  prefix: string,
  flags: string,
  precision: number | null,
): Converted {
  const size = int < 0 ? -BigInt(int) : BigInt(int);
  const digits = size.toString(radix).padStart(precision ?? 0, '0');
  const sign = signOf(int < 0, flags) + (flags.includes('#') ? prefix : '');
  return { sign, body: conversion === 'X' ? digits.toUpperCase() : digits };
}

function float(conversion: string, value: Value, flags: string, precision: number): Converted {
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`must be real number, not ${typeName(value)}`);
  }
  const real = floatOf(number);
  const upper = conversion === conversion.toUpperCase();
  const sign = signOf(real < 0 || Object.is(real, -0), flags);
  const body = Number.isFinite(real)
    ? floatDigits(real, conversion.toLowerCase(), precision, flags.includes('#'))
    : Number.isNaN(real)
      ? 'nan'
      : 'inf';
  return { sign, body: upper ? body.toUpperCase() : body };
}

function pad(
  { sign, body }: Converted,
  flags: string,
  width: number,
  left: boolean,
  conversion: string,
): string {
  const missing = width - sign.length - pointLength(body);
  if (missing <= 0) return sign + body;
  if (left) return sign + body + ' '.repeat(missing);
  if (flags.includes('0') && /[diuoxXeEfFgG]/.test(conversion)) return sign + '0'.repeat(missing) + body;
  return ' '.repeat(missing) + sign + body;
}
