import { escapedCode, isEscapedAt, UNICODE_ESCAPE } from './json-escape.ts';

const [SPACE, BACKSLASH] = [0x20, 0x5c];

/** The index behind the white space of ASCII that a text begins with. */
export function afterSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    if (bytes[at] === SPACE) at += 1;
    else if (bytes[at] === BACKSLASH && isWhiteEscape(bytes[at + 1])) at += 2;
    else break;
  }
  return at;
}

/** The index of the white space of ASCII that a text ends with. */
export function beforeSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from) {
    const last = bytes[at - 1];
    if (last === SPACE) at -= 1;
    else if (isWhiteEscape(last) && isEscapedAt(bytes, from, at - 1)) at -= 2;
    else break;
  }
  return at;
}

/** Whether White_Space that is not ASCII stands at an end of a text, as it is or as an escape. */
export function hasOddEdge(bytes: Uint8Array, from: number, to: number, hasUnicodeEscape: boolean): boolean {
  if (isWhiteAt(bytes, from) || isWhiteAt(bytes, lastCharacter(bytes, to))) return true;
  if (!hasUnicodeEscape) return false;
  const last = to - UNICODE_ESCAPE;
  if (isWhiteCode(escapedCode(bytes, from, to))) return true;
  return last >= from && isEscapedAt(bytes, from, last + 1) && isWhiteCode(escapedCode(bytes, last, to));
}

/** Of `\n`, `\r` and `\t`. */
function isWhiteEscape(letter: number | undefined): boolean {
  return letter === 0x6e || letter === 0x72 || letter === 0x74;
}

/** The index of the first byte of the character that ends at an index. */
function lastCharacter(bytes: Uint8Array, to: number): number {
  let at = to - 1;
  while (((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** Whether a character of White_Space that is not ASCII begins at an index. */
function isWhiteAt(bytes: Uint8Array, at: number): boolean {
  const [lead, second, third] = [bytes[at], bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  if (lead === 0xc2) return second === 0x85 || second === 0xa0;
  if (lead === 0xe1) return second === 0x9a && third === 0x80;
  if (lead === 0xe3) return second === 0x80 && third === 0x80;
  if (lead !== 0xe2) return false;
  if (second === 0x81) return third === 0x9f;
  return second === 0x80 && (third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf);
}

/** White_Space beyond ASCII. */
function isWhiteCode(code: number): boolean {
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x3000) return true;
  return (
    code >= 0x2000 &&
    (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f)
  );
}
