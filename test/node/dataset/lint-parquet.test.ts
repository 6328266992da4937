import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lintFile } from '../../../src/node/dataset/lint-file.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/parquet');
const whole = readdirSync(folder).filter((name) => name !== 'cut-off.parquet');

function lint(name: string) {
  return lintFile(path.join(folder, name), { path: name });
}

describe('a Parquet file is linted by its rows', () => {
  test.each(whole)('%s', async (name) => {
    const { format, rows, counts, findings } = await lint(name);
    expect({ format, rows, counts }).toEqual({
      format: 'messages',
      rows: 3,
      counts: {
        'edge-white-space': 2,
        'empty-content': 2,
        'exact-duplicate': 1,
        'no-assistant': 1,
        'no-break-space': 1,
        'role-unknown': 1,
      },
    });
    expect(findings[0]).toEqual({
      rule: 'edge-white-space',
      severity: 'info',
      row: 1,
      pointer: '/messages/0/content',
      message: { id: 'dataset.edge-white-space', args: { text: '' } },
    });
  });

  test('one that is cut off is one finding', async () => {
    const { rows, counts, findings } = await lint('cut-off.parquet');
    expect({ rows, counts }).toEqual({ rows: 0, counts: { 'unreadable-format': 1 } });
    expect(findings[0]?.message.args?.['reason']).toContain('PAR1');
    expect(findings[0]).not.toHaveProperty('line');
    expect(findings[0]).not.toHaveProperty('start');
  });

  test('one with a column that is broken, and the name of another, is one finding and no rejection that nobody handles', async () => {
    const bytes = readFileSync(path.join(folder, 'snappy.parquet'));
    for (const [at, byte] of [
      [342, 32],
      [750, 206],
      [799, 4],
      [841, 125],
    ] as const)
      bytes[at] = byte;
    const scratch = mkdtempSync(path.join(tmpdir(), 'tuning-fork-parquet-'));
    onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
    const file = path.join(scratch, 'broken.parquet');
    writeFileSync(file, bytes);
    const rejected: unknown[] = [];
    const note = (reason: unknown) => rejected.push(reason);
    process.on('unhandledRejection', note);
    onTestFinished(() => void process.off('unhandledRejection', note));
    const { counts } = await lintFile(file, { path: 'broken.parquet' });
    await wait(50);
    expect({ counts, rejected }).toEqual({ counts: { 'unreadable-format': 1 }, rejected: [] });
  });

  test('one that is compressed with what is not supported is one finding that says so', async () => {
    const bytes = readFileSync(path.join(folder, 'snappy.parquet'));
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    // the codec of a column is field 4 of its thrift struct, an integer, before field 5, a long one: 1 is Snappy, 3 LZO
    const snappy = Buffer.from([0x15, 2, 0x16]);
    for (let at = bytes.indexOf(snappy, footer); at >= 0; at = bytes.indexOf(snappy, at + 1))
      bytes[at + 1] = 6;
    const scratch = mkdtempSync(path.join(tmpdir(), 'tuning-fork-parquet-'));
    onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
    writeFileSync(path.join(scratch, 'lzo.parquet'), bytes);
    const { findings } = await lintFile(path.join(scratch, 'lzo.parquet'), { path: 'lzo.parquet' });
    expect(findings.map(({ message }) => message)).toEqual([
      { id: 'dataset.unreadable-format.codec', args: { codec: 'LZO' } },
    ]);
  });

  test('one that is not there is refused', async () => {
    await expect(lint('nothing.parquet')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('values of a Parquet file that are no text', () => {
  const values = path.resolve(import.meta.dirname, '../../fixtures/parquet-values');
  const lintValues = (name: string) => lintFile(path.join(values, name), { path: name, deep: true });

  test('media are one finding a row, and neither their bytes nor their path are judged as text', async () => {
    const { counts, findings } = await lintValues('media.parquet');
    expect(counts).toEqual({ 'image-or-audio': 3, 'exact-duplicate': 1 });
    expect(findings.find(({ rule }) => rule === 'image-or-audio')).toMatchObject({ pointer: '/photo' });
  });

  test('only media of the same bytes make rows equal', async () => {
    const { findings } = await lintValues('media.parquet');
    expect(findings.find(({ rule }) => rule === 'exact-duplicate')).toMatchObject({
      row: 3,
      related: [{ row: 1 }],
    });
  });

  test('rows that differ in the last digit, a microsecond, a byte or a mark are not equal', async () => {
    const { rows, counts } = await lintValues('alike.parquet');
    expect({ rows, counts }).toEqual({ rows: 14, counts: { 'zero-width-character': 1 } });
  });

  test('a column of nothing but nulls is read where it is compressed with LZ4', async () => {
    const { rows, counts } = await lintValues('lz4.parquet');
    expect({ rows, counts }).toEqual({ rows: 2, counts: {} });
  });
});
