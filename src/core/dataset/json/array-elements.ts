import { isJsonSpace } from './json-space.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/**
 * Goes over the byte ranges of the elements of a JSON array whose bracket stands at `open`, white space around them left off. The elements
 * themselves are not checked. None of them is kept: an array may have half as many elements as bytes.
 * @param take says whether the element is one
 * @returns whether brackets and commas make one array up to the end, and all were taken
 */
export function eachElement(
  bytes: Uint8Array,
  open: number,
  take: (from: number, to: number) => boolean,
): boolean {
  let at = skipSpace(bytes, open + 1);
  if (bytes[at] === 0x5d) return isEnd(bytes, at + 1);
  for (;;) {
    const end = endOfValue(bytes, at);
    if (!take(at, trimEnd(bytes, at, end))) return false;
    if (bytes[end] === COMMA) at = skipSpace(bytes, end + 1);
    else return bytes[end] === 0x5d && isEnd(bytes, end + 1);
  }
}

/** Whether a bracket is closed and nothing follows; null if it is never closed. */
export function isClosedAtEnd(bytes: Uint8Array, open: number): boolean | null {
  const inside = closingBracket(bytes, open + 1);
  return inside === null ? null : isEnd(bytes, inside + 1);
}

/** Where the bracket that was opened before a byte closes; null if it never does. */
function closingBracket(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; at++) {
    at = endOfValue(bytes, at);
    if (bytes[at] === 0x5d || bytes[at] === 0x7d) return at;
  }
  return null;
}

/** Where the value that starts at `from` ends: at a comma or closing bracket of the level around it, or at the end. */
function endOfValue(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
    } else if (byte === 0x5d || byte === 0x7d) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (byte === COMMA && depth === 0) {
      return at;
    }
  }
  return bytes.length;
}

/** The closing quote of the string whose opening quote is at `open`. */
function endOfString(bytes: Uint8Array, open: number): number {
  for (let at = open + 1; ; at++) {
    at = bytes.indexOf(QUOTE, at);
    if (at < 0) return bytes.length;
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
}

/** Index of the first byte from `from` on that is not white space of JSON; the length of the bytes if all are. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isJsonSpace(bytes[at] ?? 0)) at++;
  return at;
}

function trimEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  while (at > from && isJsonSpace(bytes[at - 1] ?? 0)) at--;
  return at;
}

function isEnd(bytes: Uint8Array, from: number): boolean {
  return skipSpace(bytes, from) === bytes.length;
}
