/** Bytes of the sequence at `at`: `bytes` long; ill-formed ones are the maximal subpart that a decoder replaces by one U+FFFD. */
export interface Sequence {
  readonly length: number;
  readonly wellFormed: boolean;
}

/**
 * The UTF-8 sequence that starts at a byte, as the WHATWG decoder (and Python's `errors="replace"`) cuts it.
 * Lead bytes and the range of the second byte: Unicode, table 3-7.
 */
export function sequenceAt(bytes: Uint8Array, at: number, end: number): Sequence {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return ASCII;
  const following = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  if (following === 0) return { length: 1, wellFormed: false };
  for (let n = 1; n <= following; n++) {
    const byte = at + n < end ? (bytes[at + n] ?? 0) : 0;
    if (byte < lowest(lead, n) || byte > highest(lead, n)) return { length: n, wellFormed: false };
  }
  return { length: following + 1, wellFormed: true };
}

const ASCII: Sequence = { length: 1, wellFormed: true };

function lowest(lead: number, n: number): number {
  if (n > 1) return 0x80;
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

function highest(lead: number, n: number): number {
  if (n > 1) return 0xbf;
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}

/** The first bytes in `[from, to)` that are no UTF-8, as a range; null if all are. */
export function firstBrokenBytes(bytes: Uint8Array, from: number, to: number): [number, number] | null {
  for (let at = from; at < to;) {
    const sequence = sequenceAt(bytes, at, to);
    if (!sequence.wellFormed) return [at, at + sequence.length];
    at += sequence.length;
  }
  return null;
}
