import { expect, test } from 'vitest';
import type { Leaving } from '../../src/core/recipe/plan.ts';
import { foldItems, leavingGroups, totalBytes } from '../../src/webview/runs/leaving-groups.ts';

function leaving(what: string, bytes: number, changes: Partial<Leaving> = {}): Leaving {
  return { what, bytes, where: 'https://hub/a', private: true, ...changes };
}

test('what goes to one place stands together, the largest first', () => {
  const groups = leavingGroups([
    leaving('small', 1),
    leaving('adapter', 5, { where: 'https://hub/b' }),
    leaving('large', 9),
    leaving('shown to all', 2, { private: false }),
  ]);
  expect(groups.map(({ where, items }) => [where, items.map(({ what }) => what)])).toEqual([
    ['https://hub/a', ['large', 'small']],
    ['https://hub/b', ['adapter']],
    ['https://hub/a', ['shown to all']],
  ]);
  expect(groups.map((group) => group.private)).toEqual([true, true, false]);
});

test.each([
  [6, 6],
  [7, 7],
  [8, 6],
  [12, 6],
])('of %i files %i are shown at first', (count, shown) => {
  const items = Array.from({ length: count }, (_, i) => leaving(`file ${i}`, 10));
  const parts = foldItems(items);
  expect(parts.shown).toHaveLength(shown);
  expect([...parts.shown, ...parts.folded]).toEqual(items);
  expect(totalBytes(parts.folded)).toBe(10 * (count - shown));
});
