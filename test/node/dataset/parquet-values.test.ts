import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openParquet } from '../../../src/node/dataset/read-parquet.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined) console.log('skipped: what pyarrow reads (TUNING_FORK_TEST_PYTHON is not set)');
const script = path.resolve('test/kit/python/parquet_files.py');
const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (python !== undefined) execFileSync(python, [script, 'write', folder]);

describe.skipIf(python === undefined)('every value of a Parquet file is what pyarrow reads', () => {
  test.each(readdirSync(folder))('%s', { timeout: 60_000 }, async (name) => {
    const file = path.join(folder, name);
    const { size, records } = await openRecords(file);
    const input = records.map((text) => `${text}\n`).join('');
    const wrong = execFileSync(python ?? '', [script, 'compare', file], { input, encoding: 'utf8' });
    expect({ size: records.length, wrong: JSON.parse(wrong) as unknown }).toEqual({ size, wrong: [] });
  });
});

async function openRecords(file: string) {
  const parquet = await openParquet(file);
  const records: string[] = [];
  for await (const { text } of parquet.records()) records.push(text);
  return { size: parquet.size, records };
}
