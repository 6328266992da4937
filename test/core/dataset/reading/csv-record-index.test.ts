import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvRecordIndex } from '../../../../src/core/dataset/reading/csv-record-index.ts';
import { CsvReader } from '../../../../src/core/dataset/reading/csv-reader.ts';

function rowsBySpans(text: string, pieces: number): unknown[] {
  const bytes = new TextEncoder().encode(text);
  const index = new CsvRecordIndex();
  const size = Math.max(3, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length; at += size) index.push(bytes.subarray(at, at + size));
  index.end();
  const textOf = (record: number): string => {
    const { start, end } = index.spanOf(record) ?? { start: 0, end: 0 };
    return new TextDecoder().decode(bytes.subarray(start, end));
  };
  return Array.from({ length: index.size }, (_, n) => rowsOf(`${textOf(0)}\n${textOf(n + 1)}`)[0]);
}

function rowsOf(text: string): unknown[] {
  const rows: unknown[] = [];
  const reader = new CsvReader((row) => rows.push(row));
  reader.push(text.replace(/^\ufeff/, ''));
  reader.end();
  return rows;
}

test('the records that are found are those that the reader reads', () => {
  const piece = fc.constantFrom('a', 'b', ',', '"', '""', '\n', '\r', '\r\n', '서', ' ');
  const texts = fc.array(piece, { maxLength: 40 }).map((parts) => `x,y\n${parts.join('')}`);
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 5 }), (text, pieces) => {
      expect(rowsBySpans(text, pieces)).toEqual(rowsOf(text));
    }),
  );
});

test('a byte order mark is no part of the first column', () => {
  expect(rowsBySpans('\ufeffx,y\n1,2\n', 1)).toEqual([{ x: '1', y: '2' }]);
});
