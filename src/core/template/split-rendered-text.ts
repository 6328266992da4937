import type { PreviewSegment } from '../protocol/preview-contract.ts';

/**
 * Cuts a rendered text into stretches: what lies in a generation span, and each special token alone.
 * @param spans in Unicode code points, end exclusive, in any order and overlapping as transformers leaves them; null: nothing is trained.
 * @param specialTokens texts of special tokens; where several fit, the longest one counts.
 */
export function splitRenderedText(
  text: string,
  spans: readonly (readonly [number, number])[] | null,
  specialTokens: readonly string[],
): PreviewSegment[] {
  const segments: PreviewSegment[] = [];
  const pattern = tokenPattern(specialTokens);
  for (const { start, end, trained } of stretches(text, spans ?? [])) {
    const stretch = text.slice(start, end);
    let at = 0;
    for (const match of pattern === null ? [] : stretch.matchAll(pattern)) {
      if (match.index > at) segments.push({ text: stretch.slice(at, match.index), trained, special: false });
      segments.push({ text: match[0], trained, special: true });
      at = match.index + match[0].length;
    }
    if (at < stretch.length) segments.push({ text: stretch.slice(at), trained, special: false });
  }
  return segments;
}

function tokenPattern(tokens: readonly string[]): RegExp | null {
  const texts = [...new Set(tokens)].filter((token) => token !== '').sort((a, b) => b.length - a.length);
  if (texts.length === 0) return null;
  return new RegExp(texts.map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}

interface Stretch {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly trained: boolean;
}

function* stretches(text: string, spans: readonly (readonly [number, number])[]): Generator<Stretch> {
  const sorted = spans.filter(([start, end]) => end > start).sort(([a], [b]) => a - b);
  const units = new PointOffsets(text);
  let at = 0;
  for (const [from, to] of sorted) {
    const start = Math.max(at, units.of(from));
    const end = units.of(to);
    if (end <= start) continue;
    if (start > at) yield { start: at, end: start, trained: false };
    yield { start, end, trained: true };
    at = end;
  }
  if (at < text.length) yield { start: at, end: text.length, trained: false };
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
