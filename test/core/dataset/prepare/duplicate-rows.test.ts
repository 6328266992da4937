import { expect, test } from 'vitest';
import { DuplicateRows } from '../../../../src/core/dataset/prepare/duplicate-rows.ts';
import { asLines, sourceRows } from '../../../kit/dataset/source-rows.ts';

function duplicates(content: string, near = false) {
  const rows = new DuplicateRows(near);
  for (const row of sourceRows(content)) rows.add(row);
  const { dropped, unread } = rows.end();
  return { dropped: [...dropped.values()].map(({ row, equals, why }) => [row, equals, why]), unread };
}

const long = 'The harbour of Incheon lies west of Seoul, and its tides are among the highest of Asia.';

test('the first of equal rows stays, whatever the order of keys and the way of writing numbers', () => {
  const content = '{"a":1,"b":"x"}\n{"a":2}\n{"b":"x","a":1.0}\n\n{"a":1, "b":"\\u0078"}\n';
  expect(duplicates(content).dropped).toEqual([
    [3, 1, 'exact'],
    [5, 1, 'exact'],
  ]);
});

test('rows that differ in an integer beyond the floats are not equal', () => {
  expect(duplicates('{"a":9007199254740992}\n{"a":9007199254740993}\n').dropped).toEqual([]);
});

test('rows that are no JSON stay, and are named', () => {
  expect(duplicates('{"a":1}\n{a}\n{a}\n')).toEqual({ dropped: [], unread: [2, 3] });
});

test('nearly equal rows go only if they are asked for', () => {
  const content = asLines([{ text: long }, { text: `${long} ` }, { text: long.replace(',', ' -') }]);
  expect(duplicates(content).dropped).toEqual([]);
  expect(duplicates(content, true).dropped).toEqual([
    [2, 1, 'near'],
    [3, 1, 'near'],
  ]);
});

test('the row that is named always stays: one alike to a row that goes, goes with it', () => {
  const content = asLines([{ text: long }, { text: `${long}!` }, { text: `${long}!` }]);
  expect(duplicates(content, true).dropped).toEqual([
    [2, 1, 'near'],
    [3, 1, 'near'],
  ]);
});
