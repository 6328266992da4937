import type { Span } from '../../core/dataset/reading/place.ts';

interface LinesAndColumns {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines and columns in the file of a stretch of a row's text; UTF-16 indices. */
export function textPlaces(text: string, row: Span, start: number, end: number): LinesAndColumns {
  const from = placeOf(text, row, start);
  const to = placeOf(text, row, end);
  return { ...from, endLine: to.line, endColumn: to.column };
}

function placeOf(text: string, row: Span, index: number): { line: number; column: number } {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  if (lineStart === 0 || index === 0) return { line: row.line, column: row.column + index };
  const lines = text.slice(0, lineStart).split('\n').length - 1;
  return { line: row.line + lines, column: index - lineStart + 1 };
}
