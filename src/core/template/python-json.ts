import { PyDict } from './values/dict.ts';
import { toInt } from './values/number.ts';
import { PyFloat, type Value } from './values/value.ts';

/** JSON that Python's `json.loads` refuses; `offset` in UTF-16 units. */
export class JsonFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'JsonFault';
    this.offset = offset;
  }
}

const WHITE = /[ \t\n\r]*/y;
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
const PLAIN_STRING = /[^"\\\x00-\x1f]*/y;
const WORDS: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new PyFloat(Number.NaN)],
  ['Infinity', new PyFloat(Number.POSITIVE_INFINITY)],
  ['-Infinity', new PyFloat(Number.NEGATIVE_INFINITY)],
];
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const MAX_DEPTH = 990;
const MAX_DIGITS = 4300;

/**
 * Reads JSON as Python's `json.loads` does: `1.0` stays a float, ints have any size, keys keep their order (a double key its first
 * place and its last value), lone surrogates stay. Throws a JsonFault with Python's words.
 */
export function parsePythonJson(text: string): Value {
  if (text.startsWith('\ufeff')) throw new JsonFault('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
  const reader = new JsonReader(text);
  const value = reader.document();
  return value;
}

class JsonReader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): Value {
    this.skipWhite();
    const value = this.value();
    this.skipWhite();
    if (this.at < this.text.length) this.fail('Extra data');
    return value;
  }

  private value(): Value {
    const { text, at } = this;
    switch (text.charCodeAt(at)) {
      case 0x22:
        return this.string();
      case 0x7b:
        return this.nested(() => this.object());
      case 0x5b:
        return this.nested(() => this.array());
      default:
        return this.scalar();
    }
  }

  private nested(read: () => Value): Value {
    if (++this.depth > MAX_DEPTH) this.fail('maximum recursion depth exceeded while decoding a JSON array');
    const value = read();
    this.depth--;
    return value;
  }

  private object(): PyDict {
    const dict = new PyDict();
    this.at++;
    this.skipWhite();
    if (this.take('}')) return dict;
    for (;;) {
      if (this.text.charAt(this.at) !== '"') this.fail('Expecting property name enclosed in double quotes');
      const key = this.string();
      this.skipWhite();
      if (!this.take(':')) this.fail("Expecting ':' delimiter");
      this.skipWhite();
      dict.setText(key, this.value());
      this.skipWhite();
      if (this.take('}')) return dict;
      if (!this.take(',')) this.fail("Expecting ',' delimiter");
      this.skipWhite();
    }
  }

  private array(): Value[] {
    const items: Value[] = [];
    this.at++;
    this.skipWhite();
    if (this.take(']')) return items;
    for (;;) {
      items.push(this.value());
      this.skipWhite();
      if (this.take(']')) return items;
      if (!this.take(',')) this.fail("Expecting ',' delimiter");
      this.skipWhite();
    }
  }

  private string(): string {
    const start = this.at++;
    let value = '';
    for (;;) {
      value += this.match(PLAIN_STRING);
      const character = this.text.charAt(this.at);
      if (character === '"') {
        this.at++;
        return value;
      }
      if (character === '') this.fail('Unterminated string starting at', start);
      if (character !== '\\') this.fail('Invalid control character at');
      value += this.escape(start);
    }
  }

  private escape(start: number): string {
    const kind = this.text.charAt(this.at + 1);
    if (kind === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('Invalid \\uXXXX escape', this.at + 1);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if (kind === '') this.fail('Unterminated string starting at', start);
    const value = ESCAPES[kind];
    if (value === undefined) this.fail('Invalid \\escape');
    this.at += 2;
    return value;
  }

  private scalar(): Value {
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (number !== null && number[0] !== '') {
      this.at += number[0].length;
      return this.number(number[0], number[2] !== undefined || number[3] !== undefined);
    }
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.fail('Expecting value');
  }

  private number(text: string, isFloat: boolean): Value {
    if (isFloat) return new PyFloat(Number(text));
    if (text.length < 16) return Number(text) + 0;
    if (text.replace('-', '').length > MAX_DIGITS) {
      this.fail(`Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion`);
    }
    return toInt(BigInt(text));
  }

  private take(character: string): boolean {
    if (this.text.charAt(this.at) !== character) return false;
    this.at++;
    return true;
  }

  private skipWhite(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) this.match(WHITE);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private fail(message: string, offset = this.at): never {
    throw new JsonFault(message, offset);
  }
}
