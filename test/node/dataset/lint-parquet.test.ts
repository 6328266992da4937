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

  test('one that is not there is refused', async () => {
    await expect(lint('nothing.parquet')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
