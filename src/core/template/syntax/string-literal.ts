import { unsupported } from '../fault-messages.ts';
import { TemplateFault } from '../template-fault.ts';
import { hexEscape } from '../values/repr.ts';
import { namedCharacter } from './character-names.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX_NAME: Readonly<Record<string, string>> = { x: '\\xXX', u: '\\uXXXX', U: '\\UXXXXXXXX' };

/** The value of a string literal without its quotes, as Python's `unicode-escape` decodes it (lexer.py:601). */
export function unescapeLiteral(body: string, offset: number): string {
  if (!body.includes('\\')) return body;
  return body.replace(
    /\\(?:N(?:\{([^}]*)\})?|([0-7]{1,3})|([xuU])([0-9a-fA-F]*)|([\s\S]))?/gu,
    (whole, name?: string, octal?: string, hexKind?: string, hexDigits?: string, other?: string) => {
      if (whole.startsWith('\\N')) return byName(name, offset);
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      if (hexKind !== undefined) return hexCharacter(hexKind, hexDigits ?? '', offset);
      if (other === undefined) throw new TemplateFault('TemplateSyntaxError', '\\ at end of string', offset);
      // characters beyond ASCII were escaped before Python decodes: the backslash then escapes that escape's own backslash
      if (other > '\x7f') return hexEscape(other);
      return SIMPLE[other] ?? `\\${other}`;
    },
  );
}

function byName(name: string | undefined, offset: number): string {
  if (name === undefined || name === '')
    throw new TemplateFault('TemplateSyntaxError', 'malformed \\N character escape', offset);
  return namedCharacter(name) ?? unsupported(`\\N{${name}} in strings`, offset);
}

function hexCharacter(kind: string, digits: string, offset: number): string {
  const length = HEX_LENGTH[kind] ?? 2;
  if (digits.length < length) {
    throw new TemplateFault('TemplateSyntaxError', `truncated ${HEX_NAME[kind] ?? ''} escape`, offset);
  }
  const point = Number.parseInt(digits.slice(0, length), 16);
  if (point > 0x10ffff) throw new TemplateFault('TemplateSyntaxError', 'illegal Unicode character', offset);
  return String.fromCodePoint(point) + digits.slice(length);
}
