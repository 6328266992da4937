/** Bytes of a text in UTF-8; half a surrogate pair is written as U+FFFD, as `TextEncoder` does. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let from = 0; from < text.length;) {
    const to = partEnd(text, from);
    bytes += encoder.encodeInto(text.slice(from, to), encoded).written;
    from = to;
  }
  return bytes;
}

/** No surrogate pair is cut in two. */
function partEnd(text: string, from: number): number {
  const to = from + MOST_UNITS;
  if (to >= text.length) return text.length;
  return isHigh(text.charCodeAt(to - 1)) ? to - 1 : to;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Units that are encoded together, which the engine does faster than any loop, and room for their bytes. */
const MOST_UNITS = 4096;
const encoder = new TextEncoder();
const encoded = new Uint8Array(3 * MOST_UNITS);
