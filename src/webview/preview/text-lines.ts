import type { PreviewText, Stretch } from '../../core/protocol/preview-contract.ts';
import { firstRangeAfter, type Ranges } from '../../core/template/preview-ranges.ts';

/** A line that is longer is drawn as several: one of a megabyte would take seconds to lay out. */
const LONGEST_LINE = 2000;

/** A line as it is drawn. It ends with its line break, where a message ends, or where it would be too long. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  /** Index of the stretch that it belongs to. */
  readonly stretch: number;
}

/** Cuts a text into lines; put together again they are the text. */
export function textLines(text: string, stretches: PreviewText['stretches']): TextLine[] {
  const lines: TextLine[] = [];
  for (const [stretch, { start }] of stretches.entries()) {
    const end = stretches[stretch + 1]?.start ?? text.length;
    for (let at = start; at < end;) {
      const newline = text.indexOf('\n', at);
      const lineEnd = newline < 0 || newline >= end ? end : newline + 1;
      const cut = lineEnd - at > LONGEST_LINE ? cutOf(text, at) : lineEnd;
      lines.push({ start: at, end: cut, stretch });
      at = cut;
    }
  }
  return lines;
}

/** Where a line that is too long is cut: behind a space if there is one near, and never inside of a character. */
function cutOf(text: string, start: number): number {
  const end = start + LONGEST_LINE;
  const space = text.lastIndexOf(' ', end - 1);
  if (space > end - 100) return space + 1;
  const isHighSurrogate = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return isHighSurrogate ? end + 1 : end;
}

/** Index of the line that holds a character; the last one for the end of the text. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of a line with one look. A line break is one of its own. */
export interface LinePiece {
  readonly start: number;
  readonly end: number;
  readonly trained: boolean;
  readonly special: boolean;
  readonly marked: boolean;
  readonly dated: boolean;
  readonly isBreak: boolean;
}

/** Cuts a line where its look changes. */
export function linePieces(body: PreviewText, marks: Ranges, line: TextLine): LinePiece[] {
  const hasBreak = body.text[line.end - 1] === '\n';
  const edges = new Set([line.start, line.end]);
  if (hasBreak) edges.add(line.end - 1);
  for (const ranges of [body.special, body.trained, body.dated, marks]) addEdges(edges, ranges, line);
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => ({
    start,
    end: sorted[i + 1] ?? line.end,
    trained: holds(body.trained, start),
    special: holds(body.special, start),
    marked: holds(marks, start),
    dated: holds(body.dated, start),
    isBreak: hasBreak && start === line.end - 1,
  }));
}

function addEdges(edges: Set<number>, ranges: Ranges, { start, end }: TextLine): void {
  for (let at = firstRangeAfter(ranges, start); at < ranges.length && (ranges[at] ?? end) < end; at += 2)
    for (const edge of [ranges[at] ?? 0, ranges[at + 1] ?? 0])
      if (edge > start && edge < end) edges.add(edge);
}

function holds(ranges: Ranges, offset: number): boolean {
  const start = ranges[firstRangeAfter(ranges, offset)];
  return start !== undefined && start <= offset;
}

/** Stretches as ranges. */
export function rangesOf(stretches: readonly Stretch[]): number[] {
  return stretches.flatMap(({ start, end }) => [start, end]);
}
