import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntegerTable } from '../../../../src/core/dataset/comparing/integer-table.ts';

/** More rows than a chunk has. */
const size = fc.integer({ min: 0, max: 40_000 });

function tableOf(rows: number, from: number): IntegerTable {
  const table = new IntegerTable(2);
  for (let n = 0; n < rows; n++) table.append(Int32Array.of(from + n, -n));
  return table;
}

test('has the rows of other tables after its own, wherever a chunk ends', () => {
  fc.assert(
    fc.property(size, fc.array(size, { maxLength: 3 }), (own, others) => {
      const table = tableOf(own, 0);
      for (const rows of others) table.appendAll(tableOf(rows, table.count).kept);
      const seen = Array.from({ length: table.count }, (_, n) => table.get(n, 0));
      expect(table.count).toBe(others.reduce((sum, rows) => sum + rows, own));
      expect(seen.every((value, n) => value === n)).toBe(true);
      table.append(Int32Array.of(-1, -1));
      expect(table.get(table.count - 1, 0)).toBe(-1);
    }),
    { numRuns: 30 },
  );
});

test('leaves the other table as it was', () => {
  const other = tableOf(3, 0);
  const table = tableOf(5, 7);
  table.appendAll(other.kept);
  table.set(5, 0, 99);
  expect([other.get(0, 0), table.get(5, 0), other.count]).toEqual([0, 99, 3]);
});
