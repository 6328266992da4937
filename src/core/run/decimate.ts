/** The points of a line that are left after decimation, in their order. */
export interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** What one pixel column keeps: indexes of its first, last, lowest and highest number. */
interface Kept {
  column: number;
  first: number;
  last: number;
  lowest: number;
  highest: number;
}

/**
 * Thins a line to what `columns` pixels can show of x from `from` to `to`: of each pixel column the first, last, lowest
 * and highest point stay, and every NaN, because a gap must not be lost. So no more than four numbers a column are left,
 * and the drawn line is the same. `xs` must not decrease; points outside the range are left out.
 */
export function decimate(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  from: number,
  to: number,
  columns: number,
): Points {
  const start = lowerBound(xs, from);
  const indexes: number[] = [];
  const width = Math.max(1, Math.floor(columns));
  let kept: Kept | undefined;
  let gaps: number[] = [];
  for (let i = start; i < xs.length; i++) {
    const x = at(xs, i);
    if (x > to) break;
    const y = at(ys, i);
    const column = columnOf(x, from, to, width);
    if (kept === undefined || kept.column !== column) {
      flush(indexes, kept, gaps);
      gaps = [];
      kept = { column, first: -1, last: -1, lowest: -1, highest: -1 };
    }
    if (Number.isNaN(y)) gaps.push(i);
    else keep(kept, ys, i, y);
  }
  flush(indexes, kept, gaps);
  return {
    xs: Float64Array.from(indexes, (i) => at(xs, i)),
    ys: Float64Array.from(indexes, (i) => at(ys, i)),
  };
}

function keep(kept: Kept, ys: ArrayLike<number>, i: number, y: number): void {
  if (kept.first < 0) {
    kept.first = i;
    kept.lowest = i;
    kept.highest = i;
  }
  kept.last = i;
  if (y < at(ys, kept.lowest)) kept.lowest = i;
  if (y > at(ys, kept.highest)) kept.highest = i;
}

function flush(indexes: number[], kept: Kept | undefined, gaps: readonly number[]): void {
  if (kept === undefined) return;
  const chosen = new Set(gaps);
  if (kept.first >= 0) for (const i of [kept.first, kept.lowest, kept.highest, kept.last]) chosen.add(i);
  for (const i of [...chosen].sort((a, b) => a - b)) indexes.push(i);
}

function columnOf(x: number, from: number, to: number, columns: number): number {
  if (to <= from) return 0;
  return Math.min(columns - 1, Math.floor(((x - from) / (to - from)) * columns));
}

function lowerBound(xs: ArrayLike<number>, from: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(xs, middle) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? NaN;
}
