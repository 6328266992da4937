import { escapedCode, isEscapedAt, UNICODE_ESCAPE } from './json-escape';

const SPACE: u8 = 0x20;
const BACKSLASH: u8 = 0x5c;

/** The address behind the white space of ASCII that a text begins with. */
export function afterSpace(from: usize, to: usize): usize {
  let at = from;
  while (at < to) {
    const byte = load<u8>(at);
    if (byte == SPACE) at += 1;
    else if (byte == BACKSLASH && isWhiteEscape(load<u8>(at, 1))) at += 2;
    else break;
  }
  return at;
}

/** The address of the white space of ASCII that a text ends with. */
export function beforeSpace(from: usize, to: usize): usize {
  let at = to;
  while (at > from) {
    const last = load<u8>(at - 1);
    if (last == SPACE) at -= 1;
    else if (isWhiteEscape(last) && isEscapedAt(from, at - 1)) at -= 2;
    else break;
  }
  return at;
}

/** Whether White_Space that is not ASCII stands at an end of a text, as it is or as an escape. */
export function hasOddEdge(from: usize, to: usize, hasUnicodeEscape: bool): bool {
  if (isWhiteAt(from) || isWhiteAt(lastCharacter(to))) return true;
  if (!hasUnicodeEscape) return false;
  if (isWhiteCode(escapedCode(from, to))) return true;
  const last = to - UNICODE_ESCAPE;
  return last >= from && isEscapedAt(from, last + 1) && isWhiteCode(escapedCode(last, to));
}

/** Of `\n`, `\r` and `\t`. */
function isWhiteEscape(letter: u8): bool {
  return letter == 0x6e || letter == 0x72 || letter == 0x74;
}

/** The address of the first byte of the character that ends at an address. */
function lastCharacter(to: usize): usize {
  let at = to - 1;
  while ((load<u8>(at) & 0xc0) == 0x80) at--;
  return at;
}

/** Whether a character of White_Space that is not ASCII begins at an address. */
function isWhiteAt(at: usize): bool {
  const lead = load<u8>(at);
  if (lead < 0xc2) return false;
  const second = load<u8>(at, 1);
  const third = load<u8>(at, 2);
  if (lead == 0xc2) return second == 0x85 || second == 0xa0;
  if (lead == 0xe1) return second == 0x9a && third == 0x80;
  if (lead == 0xe3) return second == 0x80 && third == 0x80;
  if (lead != 0xe2) return false;
  if (second == 0x81) return third == 0x9f;
  return second == 0x80 && (third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf);
}

/** White_Space beyond ASCII. */
function isWhiteCode(code: i32): bool {
  if (code == 0x85 || code == 0xa0 || code == 0x1680 || code == 0x3000) return true;
  if (code < 0x2000) return false;
  return code <= 0x200a || code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f;
}
