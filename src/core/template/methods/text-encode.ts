import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { PyBytes } from '../values/bytes.ts';
import { integral, toInt } from '../values/number.ts';
import { PyDict } from '../values/dict.ts';
import { getItemOrNothing } from '../values/lookup.ts';
import { hexEscape } from '../values/repr.ts';
import { textIn } from '../values/markup.ts';
import { points } from '../values/unicode.ts';
import type { Value } from '../values/value.ts';
import { positional, withSignature, type Method } from './method.ts';

const LIMITS: Readonly<Record<string, number>> = {
  ascii: 0x7f,
  'us-ascii': 0x7f,
  'latin-1': 0xff,
  latin1: 0xff,
  'iso-8859-1': 0xff,
  'utf-8': 0x10ffff,
  utf8: 0x10ffff,
  utf: 0x10ffff,
  u8: 0x10ffff,
};

function utf8(point: number): number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 63)];
  if (point < 0x10000) return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
}

/** What an error handler puts in the place of a character that the encoding lacks. */
function replacement(character: string, encoding: string, errors: string): string {
  switch (errors) {
    case 'ignore':
      return '';
    case 'replace':
      return '?';
    case 'backslashreplace':
      return hexEscape(character);
    case 'xmlcharrefreplace':
      return `&#${character.codePointAt(0) ?? 0};`;
    case 'strict':
      throw new TemplateFault('UnicodeError', `'${encoding}' codec can't encode character ${character}`);
    default:
      throw new TemplateFault('KeyError', `unknown error handler name '${errors}'`);
  }
}

function encode(text: string, encoding: string, errors: string): PyBytes {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  const limit = LIMITS[name];
  if (limit === undefined) throw new TemplateFault('KeyError', `unknown encoding: ${encoding}`);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (point > limit || isSurrogate) {
      for (const each of replacement(character, encoding, errors)) bytes.push(each.charCodeAt(0));
    } else if (limit === 0x10ffff) bytes.push(...utf8(point));
    else bytes.push(point);
  }
  return new PyBytes(bytes);
}

/** `str.encode` for UTF-8, ASCII and Latin-1. */
export const encodeMethod: Method<string> = withSignature(
  { name: 'encode', params: ['encoding', 'errors'], required: 0 },
  (runtime, self, [encoding, errors]) => {
    runtime.charge(self.length);
    const text = (value: Value | undefined, fallback: string): string =>
      value === undefined ? fallback : (textIn(value) ?? typeError('encode() argument must be str'));
    return encode(self, text(encoding, 'utf-8'), text(errors, 'strict'));
  },
);

/** `str.translate`. */
export const translateMethod: Method<string> = positional(
  'translate',
  ['table'],
  1,
  (runtime, self, [table]) => {
    runtime.charge(self.length);
    let out = '';
    for (const character of self) {
      const mapped = getItemOrNothing(table ?? null, character.codePointAt(0) ?? 0);
      out += mapped === undefined ? character : translated(mapped);
      runtime.reserve(out.length);
    }
    return out;
  },
);

function translated(mapped: Value): string {
  if (mapped === null) return '';
  const text = textIn(mapped);
  if (text !== undefined) return text;
  const point = integral(mapped);
  if (point === undefined) return typeError('character mapping must return integer, None or str');
  if (point < 0 || point > 0x10ffff) return valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(Number(point));
}

/** `str.maketrans`. */
export const makeTranslation: Method<string> = positional(
  'maketrans',
  ['x', 'y', 'z'],
  1,
  (_, _self, [from = null, to, gone]) => {
    const table = new PyDict();
    if (to === undefined) {
      if (!(from instanceof PyDict)) {
        return typeError('if you give only one argument to maketrans it must be a dict');
      }
      for (const [key, value] of from.entries()) table.set(pointOf(key), value);
      return table;
    }
    const [x, y] = [textIn(from), textIn(to)];
    if (x === undefined || y === undefined) return typeError('maketrans arguments must be str');
    const [left, right] = [points(x), points(y)];
    if (left.length !== right.length)
      return valueError('the first two maketrans arguments must have equal length');
    left.forEach((character, i) => table.set(pointOf(character), pointOf(right[i] ?? '')));
    const dropped = gone === undefined ? '' : (textIn(gone) ?? typeError('maketrans arguments must be str'));
    for (const character of dropped) table.set(pointOf(character), null);
    return table;
  },
);

function pointOf(key: Value): number | bigint {
  const int = integral(key);
  if (int !== undefined) return toInt(BigInt(int));
  const text = textIn(key);
  if (text === undefined) return typeError('keys in translate table must be strings or integers');
  const [first = '', ...rest] = points(text);
  if (first === '' || rest.length > 0)
    return valueError('string keys in translate table must be of length 1');
  return first.codePointAt(0) ?? 0;
}
