import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

const commands = [
  ['lint'],
  ['report', '--out', 'r.html'],
  ['dedupe', '--out', 'b.jsonl'],
  ['merge', 'a.jsonl', '--out', 'b.jsonl'],
];

describe.each(commands)('a file that %s cannot open', (command, ...options) => {
  const run = (file: string) => cli(folder.path, [command, ...options, file]);
  beforeEach(() => folder.put('a.jsonl', '{"text": "a"}\n'));

  test('is said not to be there, with a file for a folder too', async () => {
    for (const file of ['none.jsonl', 'a.jsonl/b.jsonl'])
      expect(await run(file)).toMatchObject({
        code: 2,
        notes: `tuning-fork: No such file or folder: ${file}. Check the path.\n`,
      });
  });

  test('is not said to be missing where something else is the matter', async () => {
    symlinkSync('loop.jsonl', path.join(folder.path, 'loop.jsonl'));
    expect(await run('loop.jsonl')).toMatchObject({
      code: 2,
      notes: 'tuning-fork: loop.jsonl cannot be opened (ELOOP). Check the path.\n',
    });
    const long = `${'a'.repeat(300)}.jsonl`;
    expect(await run(long)).toMatchObject({ code: 2, notes: expect.stringContaining('(ENAMETOOLONG)') });
  });
});

test('a file that goes away while it is read is named itself, not the folder of the new one', async () => {
  folder.put('a.jsonl', '{"text": "a"}\n'.repeat(300_000));
  const { code, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', 'b.jsonl'], {
    terminal: { out: false, err: true, in: false },
    note: () => rmSync(path.join(folder.path, 'a.jsonl'), { force: true }),
  });
  expect([code, notes]).toEqual([2, expect.stringContaining('There is no file a.jsonl.')]);
  expect(folder.names()).toEqual([]);
});
