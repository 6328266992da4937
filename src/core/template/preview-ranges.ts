/** Stretches of a text as UTF-16 offsets, `[start, end, start, end, …]`: rising, none empty, none overlapping. */
export type Ranges = readonly number[];

/**
 * Generation spans as ranges of UTF-16 units.
 * @param spans in Unicode code points, end exclusive, in any order and overlapping as transformers leaves them
 */
export function unitRanges(text: string, spans: readonly (readonly [number, number])[]): number[] {
  const sorted = spans.filter(([start, end]) => end > start).sort(([a], [b]) => a - b);
  const units = new PointOffsets(text);
  const ranges: number[] = [];
  for (const [from, to] of sorted) {
    const start = units.of(from);
    const end = units.of(to);
    const last = ranges.at(-1);
    if (end <= start || (last !== undefined && end <= last)) continue;
    if (last !== undefined && start <= last) ranges[ranges.length - 1] = end;
    else ranges.push(start, end);
  }
  return ranges;
}

/** Where special tokens stand in a text; where several fit, the longest one counts. Two beside each other stay two. */
export function tokenRanges(text: string, specialTokens: readonly string[]): number[] {
  const tokens = [...new Set([...specialTokens, ...controlTokens(text)])].filter((token) => token !== '');
  if (tokens.length === 0) return [];
  const longestFirst = tokens.sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const ranges: number[] = [];
  for (const { index, 0: token } of text.matchAll(new RegExp(pattern, 'g')))
    ranges.push(index, index + token.length);
  return ranges;
}

/** Control tokens that a tokenizer may have besides its named ones are recognised by their form. */
function controlTokens(text: string): string[] {
  return text.match(/<[|｜][^\s<>|｜]{1,40}[|｜]>/g) ?? [];
}

/** The parts that lie in both. */
export function sharedRanges(a: Ranges, b: Ranges): number[] {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(a[i] ?? 0, b[j] ?? 0);
    const endA = a[i + 1] ?? 0;
    const endB = b[j + 1] ?? 0;
    if (start < Math.min(endA, endB)) shared.push(start, Math.min(endA, endB));
    if (endA <= endB) i += 2;
    else j += 2;
  }
  return shared;
}

/** How many characters two texts have in common at their beginning. */
export function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Index of the first range that ends after an offset, as an index of its start. */
export function firstRangeAfter(ranges: Ranges, offset: number): number {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle * 2 + 1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

/** UTF-16 offset of code point offsets; those that are asked in rising order cost one pass in all. */
class PointOffsets {
  private readonly text: string;
  private point = 0;
  private unit = 0;

  constructor(text: string) {
    this.text = text;
  }

  of(point: number): number {
    if (point < this.point) {
      this.point = 0;
      this.unit = 0;
    }
    while (this.point < point && this.unit < this.text.length) {
      const code = this.text.codePointAt(this.unit) ?? 0;
      this.unit += code > 0xffff ? 2 : 1;
      this.point++;
    }
    return this.unit;
  }
}
