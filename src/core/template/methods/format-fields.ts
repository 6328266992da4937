import { valueError } from '../template-fault.ts';

export interface FormatPart {
  readonly literal: string;
  readonly field: { readonly name: string; readonly conversion: string | null; readonly spec: string } | null;
}

/** The parts of a format text, each read when it is asked for: CPython's MarkupIterator (Objects/stringlib/unicode_format.h). */
export function* parseFormat(text: string): Generator<FormatPart> {
  let at = 0;
  while (at < text.length) {
    const brace = /[{}]/u.exec(text.slice(at));
    if (brace === null) {
      yield { literal: text.slice(at), field: null };
      return;
    }
    const start = at + brace.index;
    const [character] = brace;
    if (text.charAt(start + 1) === character) {
      yield { literal: text.slice(at, start + 1), field: null };
      at = start + 2;
      continue;
    }
    if (character === '}') valueError("Single '}' encountered in format string");
    if (start + 1 >= text.length) valueError("Single '{' encountered in format string");
    const { field, end } = parseField(text, start + 1);
    yield { literal: text.slice(at, start), field };
    at = end;
  }
}

function parseField(text: string, start: number): { field: FormatPart['field']; end: number } {
  const nameEnd = endOfName(text, start);
  const name = text.slice(start, nameEnd);
  const after = text.charAt(nameEnd);
  if (after === '}') return { field: { name, conversion: null, spec: '' }, end: nameEnd + 1 };
  if (after === ':') return withSpec(text, name, null, nameEnd + 1);
  if (after === '') return valueError("expected '}' before end of string");
  const character = text.codePointAt(nameEnd + 1);
  if (character === undefined) return valueError('end of string while looking for conversion specifier');
  const conversion = String.fromCodePoint(character);
  const next = nameEnd + 1 + conversion.length;
  if (text.charAt(next) === '}') return { field: { name, conversion, spec: '' }, end: next + 1 };
  if (next < text.length && text.charAt(next) !== ':')
    return valueError("expected ':' after conversion specifier");
  return withSpec(text, name, conversion, next + 1);
}

/** Index of what ends a field's name: `}`, `:` or `!`. */
function endOfName(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{') return valueError("unexpected '{' in field name");
    if (character === '}' || character === ':' || character === '!') return at;
    if (character !== '[') continue;
    const end = text.indexOf(']', at + 1);
    // the bracket that closes is looked at again, which changes nothing
    at = end < 0 ? text.length : end;
  }
  return text.length;
}

function withSpec(
  text: string,
  name: string,
  conversion: string | null,
  start: number,
): { field: FormatPart['field']; end: number } {
  let open = 1;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{') open++;
    else if (character === '}' && --open === 0)
      return { field: { name, conversion, spec: text.slice(start, at) }, end: at + 1 };
  }
  return valueError("unmatched '{' in format spec");
}
