const BACKSLASH = 0x5c;

/** By the character behind a backslash: the one that both stand for. */
export const ESCAPES = new Uint8Array(256);
for (const [letter, meant] of Object.entries({ n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\', '/': '/' }))
  ESCAPES[letter.charCodeAt(0)] = meant.charCodeAt(0);

/** Bytes of an escape such as \\u00e9. */
export const UNICODE_ESCAPE = 6;

/** The code point of an escape that begins at an index; negative where it is none, stands for ASCII, or for half a surrogate pair. */
export function escapedCode(bytes: Uint8Array, at: number, to: number): number {
  const code = hexCode(bytes, at, to);
  if (code < 0x80) return -1;
  if (code < 0xd800 || code > 0xdfff) return code;
  const low = code > 0xdbff ? -1 : hexCode(bytes, at + UNICODE_ESCAPE, to);
  return low < 0xdc00 || low > 0xdfff ? -1 : 0x1_0000 + ((code - 0xd800) << 10) + low - 0xdc00;
}

function hexCode(bytes: Uint8Array, at: number, to: number): number {
  if (at + UNICODE_ESCAPE > to || bytes[at] !== BACKSLASH || bytes[at + 1] !== 0x75) return -1;
  let code = 0;
  for (let n = 2; n < UNICODE_ESCAPE; n++) {
    const digit = HEX[bytes[at + n] ?? 0] ?? 0;
    if (digit === 0) return -1;
    code = code * 16 + digit - 1;
  }
  return code;
}

/** By the character of a hexadecimal digit: its value and one more. */
const HEX = new Uint8Array(256);
for (let n = 0; n < 16; n++) {
  HEX[n.toString(16).charCodeAt(0)] = n + 1;
  HEX[n.toString(16).toUpperCase().charCodeAt(0)] = n + 1;
}

/** Writes a code point beyond ASCII as UTF-8. @returns the index behind it */
export function writeCode(into: Uint8Array, at: number, code: number): number {
  if (code < 0x800) {
    into[at] = 0xc0 | (code >> 6);
  } else {
    if (code < 0x1_0000) into[at] = 0xe0 | (code >> 12);
    else {
      into[at++] = 0xf0 | (code >> 18);
      into[at] = 0x80 | ((code >> 12) & 0x3f);
    }
    into[++at] = 0x80 | ((code >> 6) & 0x3f);
  }
  into[at + 1] = 0x80 | (code & 0x3f);
  return at + 2;
}

/** Whether the character at an index is the letter of an escape. @param from where its text begins */
export function isEscapedAt(bytes: Uint8Array, from: number, index: number): boolean {
  let at = index;
  while (at > from && bytes[at - 1] === BACKSLASH) at--;
  return (index - at) % 2 === 1;
}
