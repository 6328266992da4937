import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eachRow } from '../../../src/node/dataset/each-row.ts';
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

test.each([
  ['a blank line', 'text\n\na\n\n\nb\n', [2, 5]],
  ['a blank line before the names of the columns', '\n\ntext\na\nb', [3, 4]],
  ['a quote within a plain field', 'size,what\n5" pipe,a\n6,b\n', [1, 2]],
  ['a lone CR as the end of a record', 'text\ra\rb\r', [1, 2]],
  ['a line end in quotes, of any kind', 'text\r\n"a\n1\r2\r\n3"\r\nb\r\n', [1, 5]],
  ['a byte order mark', '\ufefftext\na\nb\n', [1, 2]],
  ['a quote that nothing closes', 'text\na\n"b\nc\n', [1, 2]],
])('records of CSV are those that are linted, with %s', async (_, text, lines) => {
  const csv = file('records.csv', text);
  const found = await Promise.all([1, 2, 3].map((row) => lineOfRow(csv, row, 'record')));
  expect(found).toEqual([...lines, null]);
  const rows: number[] = [];
  await eachRow(csv, ({ number }) => rows.push(number));
  expect(rows).toEqual([1, 2]);
});

test('a line ends where an editor ends it, also when CR and LF come apart', async () => {
  // files are read by 64 KiB: CR is the last byte of the first chunk
  const first = `{"text": "${'a'.repeat((1 << 16) - 14)}"}`;
  const array = file('crlf.json', `[${first}\r\n,{"text": "b"}\r,{"text": "c"}]`);
  const found = await Promise.all([1, 2, 3].map((row) => lineOfRow(array, row, 'element')));
  expect(found).toEqual([0, 1, 2]);
});

test('a file that is one object has one row', async () => {
  expect(await lineOfRow(file('b.json', '{\n"text": "a"\n}\n'), 1, 'document')).toBe(0);
});
