import { RepeatedRows, type Columns, type OnRepeated } from './repeated-rows.ts';

/** Calls back with each row of a table that has the same integers in some columns as an earlier one, in the order of the table. */
export function eachRepeated(columns: Columns, visit: OnRepeated): void {
  const firsts = firstRows(columns);
  if (firsts === null) return;
  for (let row = 0; row < firsts.length; row++) {
    const first = firsts[row] ?? 0;
    if (first !== 0) visit(row, first - 1);
  }
}

/** For each row the number, from 1, of the first row with the same integers, 0 if that is itself; null if no row repeats another. */
function firstRows(columns: Columns): Int32Array | null {
  const { count } = columns.table;
  let firsts: Int32Array | null = null;
  new RepeatedRows(count).each(columns, (row, first) => {
    firsts ??= new Int32Array(count);
    firsts[row] = first + 1;
  });
  return firsts;
}
