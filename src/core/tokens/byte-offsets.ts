/** Which code points of a text each of its tokens covers, as `[start, end, start, end, …]`, ends exclusive. */
export type TokenOffsets = Int32Array;

/**
 * Where the tokens of a byte-level vocabulary stand in their text, as the Rust tokenizers say it: a token that is a part of a
 * character covers all of it.
 * @param added tokens that stand for themselves, not for bytes
 * @param trims the post-processor leaves spaces at the edges of a token out (tokenizers byte_level.rs, `process_offsets`)
 * @returns null if the tokens are not the bytes of the text, so that nothing can be said
 */
export function byteOffsets(
  text: string,
  tokens: readonly string[],
  added: ReadonlySet<string>,
  trims: boolean,
): TokenOffsets | null {
  const bytes = new TextEncoder().encode(text);
  const points = pointsOf(bytes);
  const offsets = new Int32Array(2 * tokens.length);
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    const own = added.has(token) ? new TextEncoder().encode(token) : bytesOf(token);
    if (own === null || own.length === 0 || at + own.length > bytes.length) return null;
    for (let i = 0; i < own.length; i++) if (own[i] !== bytes[at + i]) return null;
    const start = points[at] ?? 0;
    const end = (points[at + own.length - 1] ?? 0) + 1;
    const [from, to] = trims ? trimmed(token, start, end) : [start, end];
    offsets[2 * n] = from;
    offsets[2 * n + 1] = to;
    at += own.length;
  }
  return at === bytes.length ? offsets : null;
}

/** The first token that covers a code point; null if none does, since its edges were trimmed. */
export function tokenAt(offsets: TokenOffsets, point: number): number | null {
  let [low, high] = [0, offsets.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[2 * middle + 1] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  const start = offsets[2 * low];
  return start !== undefined && start <= point ? low : null;
}

/** The code point that each byte belongs to. */
function pointsOf(bytes: Uint8Array): Int32Array {
  const points = new Int32Array(bytes.length);
  let point = -1;
  for (let i = 0; i < bytes.length; i++) {
    if (((bytes[i] ?? 0) & 0xc0) !== 0x80) point += 1;
    points[i] = point;
  }
  return points;
}

function trimmed(token: string, start: number, end: number): [number, number] {
  const leading = /^[\u0120\s]*/u.exec(token)?.[0].length ?? 0;
  const trailing = /[\u0120\s]*$/u.exec(token)?.[0].length ?? 0;
  const from = Math.min(start + leading, end);
  return [from, trailing > 0 && end >= trailing ? Math.max(end - trailing, from) : end];
}

/** The bytes that a token of the vocabulary stands for; null if a character of it is in no byte's place. */
function bytesOf(token: string): Uint8Array | null {
  const bytes = new Uint8Array(token.length);
  for (let i = 0; i < token.length; i++) {
    const byte = BYTE_OF.get(token.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

const BYTE_OF = byteAlphabet();

/** GPT-2's alphabet: a printable byte is its own character, the others follow from U+0100. */
function byteAlphabet(): ReadonlyMap<number, number> {
  const alphabet = new Map<number, number>();
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    const isPrintable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    alphabet.set(isPrintable ? byte : next++, byte);
  }
  return alphabet;
}
