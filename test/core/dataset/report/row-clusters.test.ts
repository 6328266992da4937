import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/dataset/findings/finding.ts';
import { rowClusters } from '../../../../src/core/dataset/report/row-clusters.ts';

function copies(pairs: readonly (readonly [number, ...number[]])[], rule = 'near-duplicate'): Finding[] {
  return pairs.map(([row, ...related]) => ({
    rule,
    severity: 'warning',
    row,
    message: { id: 'x' },
    related: related.map((each) => ({ row: each })),
  }));
}

test('rows that are tied to each other over others are one group, the largest group first', () => {
  const findings = copies([
    [3, 1],
    [9, 8],
    [5, 3],
    [7, 5],
  ]);
  expect(rowClusters(findings, 'near-duplicate')).toEqual({
    rows: 6,
    groups: 2,
    largest: [
      { rows: 4, first: [1, 3, 5, 7] },
      { rows: 2, first: [8, 9] },
    ],
  });
});

test('findings of other rules tie nothing', () => {
  expect(rowClusters(copies([[3, 1]], 'exact-duplicate'), 'near-duplicate')).toEqual({
    rows: 0,
    groups: 0,
    largest: [],
  });
});

test('every row of a group names others, of which the first hundred are enough to tie them', () => {
  const rows = Array.from({ length: 300 }, (_, n) => n + 1);
  const findings = copies(rows.map((row) => [row, ...rows.filter((each) => each !== row).slice(0, 100)]));
  expect(rowClusters(findings, 'near-duplicate')).toEqual({
    rows: 300,
    groups: 1,
    largest: [{ rows: 300, first: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }],
  });
});

test('ten groups are listed of many', () => {
  const { groups, largest } = rowClusters(
    copies(Array.from({ length: 40 }, (_, n) => [2 * n + 2, 2 * n + 1])),
    'near-duplicate',
  );
  expect([groups, largest.length, largest[0]]).toEqual([40, 10, { rows: 2, first: [1, 2] }]);
});
