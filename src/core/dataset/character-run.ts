/** Bytes of UTF-8, from one place to another. */
export interface Bytes {
  readonly block: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * The end of a run of `length` characters of one kind, searched from `from` on; -1 if there is none. Looked at from the end of a
 * window backwards: the first character of another kind says how far the window may move, so that most are never looked at.
 */
function runEnd({ block, to }: Bytes, isOfKind: Uint8Array, length: number, from: number): number {
  for (let end = from + length - 1; end < to;) {
    let at = end;
    while (at > end - length && isOfKind[block[at] ?? 0] === 1) at--;
    if (at === end - length) return end + 1;
    end = at + length;
  }
  return -1;
}

function kind(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const DIGITS = '0123456789';
const TOKEN = kind(`abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ${DIGITS}_-`);
const NUMBER = kind(`${DIGITS} -.()+`);

/** Twenty letters, digits, underscores and hyphens without a break: the least that a key or token has. */
export function hasTokenRun(bytes: Bytes): boolean {
  return runEnd(bytes, TOKEN, 20, bytes.from) >= 0;
}

/** The same of a text that has been read. */
export function textHasTokenRun(text: string): boolean {
  for (let end = 19; end < text.length;) {
    let at = end;
    while (at > end - 20 && TOKEN[text.charCodeAt(at)] === 1) at--;
    if (at === end - 20) return true;
    end = at + 20;
  }
  return false;
}

/** Eight digits with nothing but spaces and the marks of telephone numbers between them. */
export function hasDigitRun(bytes: Bytes): boolean {
  const { block, from, to } = bytes;
  for (let end = runEnd(bytes, NUMBER, 8, from); end >= 0; end = runEnd(bytes, NUMBER, 8, end + 1)) {
    let digits = 0;
    for (let at = end - 8; at < end; at++) digits += isDigit(block[at] ?? 0);
    for (; digits < 8 && end < to && NUMBER[block[end] ?? 0] === 1; end++) digits += isDigit(block[end] ?? 0);
    if (digits >= 8) return true;
  }
  return false;
}

function isDigit(code: number): 0 | 1 {
  return code >= 0x30 && code <= 0x39 ? 1 : 0;
}

/** The bytes of a text that stands alone. */
export function bytesOf(text: string): Bytes {
  const block = new TextEncoder().encode(text);
  return { block, from: 0, to: block.length };
}
