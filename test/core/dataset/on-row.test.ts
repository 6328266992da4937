import { expect, test } from 'vitest';
import { lintCsv } from '../../../src/core/dataset/lint-records.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';

const bytes = new TextEncoder().encode('{"text": "a"}\n\n{"text": \n[1]\n{"text": "b"}\n');

test('a caller is shown every row that can be read, in order, whatever rules run', () => {
  for (const only of [undefined, []]) {
    const seen: unknown[] = [];
    lintBytes(bytes, { path: 'x', only, onRow: (row) => seen.push([row.number, row.value]) });
    expect(seen).toEqual([
      [1, { text: 'a' }],
      [4, [1]],
      [5, { text: 'b' }],
    ]);
  }
});

test('so it is with the records of a table', async () => {
  const seen: unknown[] = [];
  const source = (async function* () {
    yield new TextEncoder().encode('text\na\nb\n');
  })();
  await lintCsv(source, { path: 'x.csv', onRow: (row) => seen.push([row.number, row.value]) });
  expect(seen).toEqual([
    [1, { text: 'a' }],
    [2, { text: 'b' }],
  ]);
});
