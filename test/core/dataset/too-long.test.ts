import { describe, expect, test } from 'vitest';
import { CsvReader } from '../../../src/core/dataset/reading/csv-reader.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { LineReader } from '../../../src/core/dataset/reading/line-reader.ts';

const utf8 = new TextEncoder();
const LONGEST = 40;
const lint = (text: string) => {
  const { rows, findings } = lintBytes(utf8.encode(text), { path: 'f', longestText: LONGEST });
  return { rows, found: findings.map(({ rule, row, line, message }) => [rule, row, line, message.id]) };
};
const long = `{"text": "${'a'.repeat(LONGEST)}"}`;
const tooLong = 'dataset.json-syntax.too-long';

describe('a row that is longer than a text may be', () => {
  test('is said and not judged, in a file of lines', () => {
    expect(lint(`{"text": "a"}\n${long}\n{"text": "a"}\n`)).toEqual({
      rows: 3,
      found: [
        ['json-syntax', 2, 2, tooLong],
        ['exact-duplicate', 3, 3, 'dataset.exact-duplicate'],
      ],
    });
    expect(lint(long)).toEqual({ rows: 1, found: [['json-syntax', 1, 1, tooLong]] });
    expect(lint(`${long}\n${long}\n\n`).found).toEqual([
      ['json-syntax', 1, 1, tooLong],
      ['json-syntax', 2, 2, tooLong],
      ['blank-line', 3, 3, 'dataset.blank-line'],
    ]);
  });

  test('is said and not judged, as an element of an array', () => {
    expect(lint(`[\n{"text": "a"},\n${long},\n{"text": "a"}]`)).toEqual({
      rows: 3,
      found: [
        ['json-syntax', 2, 3, tooLong],
        ['exact-duplicate', 3, 4, 'dataset.exact-duplicate'],
      ],
    });
  });

  test('is said and not judged, as an object over several lines', () => {
    expect(lint(`{\n"text":\n"${'a'.repeat(LONGEST)}"\n}\n`)).toEqual({
      rows: 1,
      found: [['json-syntax', 1, 1, tooLong]],
    });
  });

  test('is a document that is cut off, however long that is', () => {
    const cut = (length: number) => `[\n${'{"text":\n"a"},\n'.repeat(length)}{"text": `;
    expect(lint(cut(1)).found).toEqual([['json-syntax', 0, 4, 'dataset.json-syntax.cut-off']]);
    expect(lint(cut(10))).toEqual({ rows: 1, found: [['json-syntax', 0, 1, tooLong]] });
    expect(lint(`{\n${'"a": "b",\n'.repeat(10)}`)).toEqual({
      rows: 1,
      found: [['json-syntax', 0, 1, tooLong]],
    });
  });

  test('leaves a file of lines one, whose first is broken', () => {
    const { rows, found } = lint(`{"text": \n${'{"text": "a"}\n'.repeat(5)}`);
    expect(rows).toBe(6);
    expect(found.slice(0, 2)).toEqual([
      ['json-syntax', 1, 1, 'dataset.json-syntax.cut-off'],
      ['exact-duplicate', 3, 3, 'dataset.exact-duplicate'],
    ]);
  });

  test('is one line among others that are cut out of a block as they are', () => {
    const text = `a\n\n${'b'.repeat(9)}\nc\n${'d'.repeat(8)}\n\n${'e'.repeat(20)}`;
    const read = (longest: number): string[] => {
      const lines: string[] = [];
      const reader = new LineReader(
        0,
        ({ number, from, to, block, offset, text: own }) => {
          const bytes = new TextDecoder().decode(block.subarray(from, to));
          expect(text.slice(offset, offset + bytes.length)).toBe(bytes);
          const withEnd = text.slice(offset, offset + bytes.length + 1);
          expect(own).toBe(withEnd.length > longest ? '' : bytes);
          lines.push(`${number} ${bytes}`);
        },
        longest,
      );
      reader.push(utf8.encode(text));
      reader.end();
      return lines;
    };
    for (const longest of [3, 8, 9, 10, 20]) expect(read(longest)).toEqual(read(100));
  });
});

describe('a row of more values than can be kept', () => {
  const many = `{"a": [${'1,'.repeat(10_000_000)}1]}`;
  const found = (text: string) =>
    lintBytes(utf8.encode(text), { path: 'f' }).findings.map(({ rule, row, message }) => [
      rule,
      row,
      message.id,
    ]);

  test('is said and not judged, broken or not', () => {
    expect(found(`{"text": "a"}\n${many}\n`)).toEqual([['json-syntax', 2, tooLong]]);
    expect(found(many.slice(0, -1))).toEqual([['json-syntax', 1, tooLong]]);
  });

  test('is said of the whole document that has it', () => {
    expect(found(`[\n${many}\n]`)).toEqual([['json-syntax', 0, tooLong]]);
  });
});

describe('a CSV record that is longer than may be read', () => {
  test('ends the file, and is said', () => {
    const rows: unknown[] = [];
    const reader = new CsvReader((row) => rows.push(row), 200);
    reader.push('text\na\n"b');
    for (let n = 0; n < 100; n++) reader.push('b\n');
    reader.end();
    expect(rows).toEqual([{ text: 'a' }]);
    expect(reader.isStuck).toBe(true);
  });
});
