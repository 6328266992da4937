const BACKSLASH: u8 = 0x5c;
/** Bytes of an escape such as \\u00e9. */
export const UNICODE_ESCAPE: usize = 6;

/** The character of ASCII that a backslash and a letter stand for; 0 where it is left to the parser. */
export function meantBy(letter: u8): u8 {
  switch (letter) {
    case 0x22: // "
    case 0x5c: // \
    case 0x2f: // /
      return letter;
    case 0x6e: // n
      return 0x0a;
    case 0x74: // t
      return 0x09;
    case 0x72: // r
      return 0x0d;
    default:
      return 0;
  }
}

/** The code point of an escape that begins at an address; negative where it is none, stands for ASCII, or for half a surrogate pair. */
export function escapedCode(at: usize, to: usize): i32 {
  const code = hexCode(at, to);
  if (code < 0x80) return -1;
  if (code < 0xd800 || code > 0xdfff) return code;
  const low = code > 0xdbff ? -1 : hexCode(at + UNICODE_ESCAPE, to);
  return low < 0xdc00 || low > 0xdfff ? -1 : 0x1_0000 + ((code - 0xd800) << 10) + low - 0xdc00;
}

function hexCode(at: usize, to: usize): i32 {
  if (at + UNICODE_ESCAPE > to || load<u8>(at) != BACKSLASH || load<u8>(at, 1) != 0x75) return -1;
  let code: i32 = 0;
  for (let n: usize = 2; n < UNICODE_ESCAPE; n++) {
    const digit = hexDigit(load<u8>(at + n));
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

function hexDigit(code: u8): i32 {
  if (code >= 0x30 && code <= 0x39) return <i32>code - 0x30;
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? <i32>small - 0x61 + 10 : -1;
}

/** Writes a code point beyond ASCII as UTF-8. @returns the address behind it */
export function writeCode(at: usize, code: i32): usize {
  let next = at;
  if (code < 0x800) store<u8>(next++, 0xc0 | (code >> 6));
  else {
    if (code < 0x1_0000) store<u8>(next++, 0xe0 | (code >> 12));
    else {
      store<u8>(next++, 0xf0 | (code >> 18));
      store<u8>(next++, 0x80 | ((code >> 12) & 0x3f));
    }
    store<u8>(next++, 0x80 | ((code >> 6) & 0x3f));
  }
  store<u8>(next++, 0x80 | (code & 0x3f));
  return next;
}

/** Whether the character at an address is the letter of an escape. @param from where its text begins */
export function isEscapedAt(from: usize, address: usize): bool {
  let at = address;
  while (at > from && load<u8>(at - 1) == BACKSLASH) at--;
  return ((address - at) & 1) == 1;
}
