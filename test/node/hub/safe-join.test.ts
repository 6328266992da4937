import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeJoin } from '../../../src/node/hub/safe-join.ts';

let root = '';
let folder = '';

beforeAll(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'tf-join-')));
  folder = path.join(root, 'inside');
  await fs.mkdir(path.join(folder, 'real'), { recursive: true });
  await fs.mkdir(path.join(root, 'outside'));
  await fs.symlink(path.join(root, 'outside'), path.join(folder, 'out'));
  await fs.symlink('../outside/new', path.join(folder, 'dangling'));
  await fs.symlink('real', path.join(folder, 'in'));
  await fs.symlink(folder, path.join(root, 'by-link'));
});
afterAll(async () => {
  await fs.rm(root, { recursive: true });
});

describe('safeJoin', () => {
  it.each([
    'a.txt',
    'a/b/c.txt',
    '데이터/학습 1.jsonl',
    '..a',
    'a..b/...',
    'in/a.txt',
    'real',
    'at 12:30.txt',
  ])('takes %s', async (name) => {
    expect(await safeJoin(folder, name)).toBe(path.join(folder, name));
  });

  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/../../b',
    'a/..',
    './a',
    '/etc/passwd',
    'a//b',
    'a/',
    'a\0b',
    '..\\a',
    'a\\b',
  ])('refuses %j', async (name) => {
    await expect(safeJoin(folder, name)).rejects.toMatchObject({ detail: { id: 'hub.unsafe-name' } });
  });

  it.each(['C:/a', 'c:a', '\\\\server\\share', 'out', 'out/a.txt', 'dangling', 'dangling/a'])(
    'refuses %j, a drive or a link that leads out',
    async (name) => {
      await expect(safeJoin(folder, name)).rejects.toMatchObject({ detail: { id: 'hub.unsafe-name' } });
    },
  );

  it('takes a folder that is itself reached by a link, and one that is not there yet', async () => {
    expect(await safeJoin(path.join(root, 'by-link'), 'a')).toBe(path.join(root, 'by-link', 'a'));
    expect(await safeJoin(path.join(root, 'new', 'folder'), 'a')).toBe(path.join(root, 'new', 'folder', 'a'));
  });

  it('never leads out of the folder, whatever the name', async () => {
    const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000_007);
    console.log(`safeJoin: seed ${seed}`);
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'real',
      'in',
      'out',
      'dangling',
      '\\',
      '\0',
      'C:',
      ' ',
      '가',
      '~',
      '%2e%2e',
    );
    const names = fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom('/', '\\', '//'), async (parts, separator) => {
        const joined = await safeJoin(folder, parts.join(separator)).catch(() => null);
        if (joined === null) return;
        await fs.mkdir(path.dirname(joined), { recursive: true });
        const real = path.join(await fs.realpath(path.dirname(joined)), path.basename(joined));
        expect(path.relative(folder, real)).not.toMatch(/^(?:\.\.(?:\/|$)|\/|$)/);
      }),
      { seed, numRuns: 300 },
    );
  });
});
