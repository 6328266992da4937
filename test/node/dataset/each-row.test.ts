import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { eachRow } from '../../../src/node/dataset/each-row.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-each-row-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe.each([
  ['JSONL', put('rows.jsonl', '{"text": "a"}\n\n{"text": "b"}\n')],
  ['JSON', put('rows.json', '[{"text": "a"}, {"text": "b"}]')],
  ['CSV', put('rows.csv', 'text\na\nb\n')],
  ['Parquet', path.resolve('test/fixtures/parquet/snappy.parquet')],
])('the rows of %s', (_, file) => {
  test('come in order', async () => {
    const numbers: number[] = [];
    await eachRow(file, ({ number }) => numbers.push(number));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  test('end with what is thrown at one of them', async () => {
    const seen: number[] = [];
    const reading = eachRow(file, ({ number }) => {
      seen.push(number);
      throw new RangeError('enough');
    });
    await expect(reading).rejects.toThrow(new RangeError('enough'));
    expect(seen).toEqual([1]);
  });

  test('end with the reason of a signal', async () => {
    const controller = new AbortController();
    let rows = 0;
    const onRow = (): void => {
      rows += 1;
      controller.abort(new Error('given up'));
    };
    await expect(eachRow(file, onRow, { signal: controller.signal })).rejects.toThrow('given up');
    expect(rows).toBe(1);
  });
});

test('what is broken is passed over', async () => {
  let rows = 0;
  await eachRow(put('broken.jsonl', '{"text": "a"}\n{"text": \n'), () => (rows += 1));
  expect(rows).toBe(1);
});
