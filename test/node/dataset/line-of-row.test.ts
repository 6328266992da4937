import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lineOfRow } from '../../../src/node/dataset/line-of-row.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-line-of-row-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const made = path.join(folder, name);
  writeFileSync(made, text);
  return made;
}

test('a row of JSONL is its line', async () => {
  expect(await lineOfRow(file('a.jsonl', '{}\n{}\n'), 2, 'line')).toBe(1);
});

test('an element of an array begins where it begins', async () => {
  const array = file('a.json', '[\n  {\n    "text": "a"\n  },\n  {"text": "b"}, {"text": "c"}\n]\n');
  const lines = await Promise.all([1, 2, 3, 4].map((row) => lineOfRow(array, row, 'element')));
  expect(lines).toEqual([1, 4, 4, null]);
});

test('a record of CSV begins behind the names of the columns and the line ends in quotes', async () => {
  const csv = file('a.csv', 'prompt,completion\r\n"a ""b""\nc",d\r\ne,f\r\n');
  const lines = await Promise.all([1, 2].map((row) => lineOfRow(csv, row, 'record')));
  expect(lines).toEqual([1, 3]);
});

test('a file that is one object has one row', async () => {
  expect(await lineOfRow(file('b.json', '{\n"text": "a"\n}\n'), 1, 'document')).toBe(0);
});
