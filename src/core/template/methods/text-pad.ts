import type { Runtime } from '../runtime.ts';
import { typeError } from '../template-fault.ts';
import { pointLength } from '../values/unicode.ts';

/** `str.ljust`, `rjust` and `center`; the width is checked before anything is padded. */
export function justify(
  runtime: Runtime,
  text: string,
  width: number,
  fill: string,
  where: 'left' | 'right' | 'center',
): string {
  if (pointLength(fill) !== 1) return typeError('The fill character must be exactly one character long');
  const missing = width - pointLength(text);
  if (missing <= 0) return text;
  runtime.reserve(width);
  runtime.charge(missing >> 6);
  if (where === 'left') return text + fill.repeat(missing);
  if (where === 'right') return fill.repeat(missing) + text;
  // CPython's rounding: the odd one goes left if the width is odd (unicodeobject.c, unicode_center)
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** `str.zfill`. */
export function zeroFill(runtime: Runtime, text: string, width: number): string {
  const missing = width - pointLength(text);
  if (missing <= 0) return text;
  runtime.reserve(width);
  runtime.charge(missing >> 6);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

/** `str.expandtabs`. */
export function expandTabs(runtime: Runtime, text: string, tabSize: number): string {
  let column = 0;
  let out = '';
  for (const character of text) {
    if (character === '\t') {
      const spaces = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      runtime.reserve(out.length + spaces);
      runtime.charge(spaces >> 6);
      out += ' '.repeat(spaces);
      column += spaces;
    } else {
      out += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return out;
}

/** `str.replace`; a negative count means all. */
export function replaceText(
  runtime: Runtime,
  text: string,
  old: string,
  fresh: string,
  count: number,
): string {
  runtime.charge(text.length >> 6);
  if (count === 0) return text;
  const found = occurrences(text, old);
  const times = count < 0 ? found : Math.min(count, found);
  const size = text.length + times * (fresh.length - old.length);
  runtime.reserve(size);
  runtime.charge(size >> 6);
  if (old === '') return insertBetween(text, fresh, times);
  if (times === found) return text.replaceAll(old, () => fresh);
  const parts = text.split(old);
  return (
    parts.slice(0, times + 1).join(fresh) +
    parts
      .slice(times + 1)
      .map((part) => old + part)
      .join('')
  );
}

function occurrences(text: string, what: string): number {
  if (what === '') return pointLength(text) + 1;
  let found = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length)) found++;
  return found;
}

function insertBetween(text: string, fresh: string, times: number): string {
  let out = '';
  let left = times;
  for (const character of text) {
    if (left-- > 0) out += fresh;
    out += character;
  }
  return left > 0 ? out + fresh : out;
}
