import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachRepeated } from '../../../../src/core/dataset/comparing/each-repeated.ts';
import { IntegerTable } from '../../../../src/core/dataset/comparing/integer-table.ts';

type Repeated = [row: number, first: number];

function repeatedIn(rows: readonly (readonly number[])[], from: number, count: number): Repeated[] {
  const table = new IntegerTable(rows[0]?.length ?? 1);
  for (const row of rows) table.append(Int32Array.from(row));
  const found: Repeated[] = [];
  eachRepeated({ table, from, count }, (row, first) => found.push([row, first]));
  return found;
}

/** The same by a map. */
function repeatedByKey(rows: readonly (readonly number[])[], from: number, count: number): Repeated[] {
  const firsts = new Map<string, number>();
  return rows.flatMap((row, n): Repeated[] => {
    const key = row.slice(from, from + count).join(' ');
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, n);
    return first === undefined ? [] : [[n, first]];
  });
}

test('names each row that repeats an earlier one, with the first of them', () => {
  const row = fc.tuple(fc.integer(), fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      expect(repeatedIn(rows, 1, 2)).toEqual(repeatedByKey(rows, 1, 2));
      expect(repeatedIn(rows, 0, 1)).toEqual(repeatedByKey(rows, 0, 1));
    }),
  );
});

test('does so in a table of many parts, in the order of its rows', () => {
  const rows = Array.from({ length: 40_000 }, (_, n) => [
    Math.imul(n % 30_011, 0x9e3779b1),
    (n % 30_011) % 7,
    n,
  ]);
  const found = repeatedIn(rows, 0, 2);
  expect(found).toEqual(repeatedByKey(rows, 0, 2));
  expect(found.length).toBeGreaterThan(1000);
  expect(repeatedIn(rows, 2, 1)).toEqual([]);
});

test('takes rows that are all the same', () => {
  const rows = Array.from({ length: 20_000 }, () => [1]);
  expect(repeatedIn(rows, 0, 1).every(([, first]) => first === 0)).toBe(true);
  expect(repeatedIn(rows, 0, 1)).toHaveLength(19_999);
});

test('finds nothing in a table without rows', () => {
  expect(repeatedIn([], 0, 1)).toEqual([]);
});
