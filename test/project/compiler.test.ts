import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ensureCompiler } from '../../scripts/compiler.ts';

test('what is on PATH is not installed again', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tools-'));
  for (const tool of ['make', 'g++']) fs.writeFileSync(path.join(folder, tool), '', { mode: 0o755 });
  ensureCompiler({ PATH: folder }, () => {
    throw new Error('nothing had to be installed');
  });
  fs.rmSync(folder, { recursive: true });
});

test('only what is missing is installed', () => {
  const asked: string[] = [];
  ensureCompiler({ PATH: '/nowhere' }, (packages) => {
    asked.push(...packages);
    return true;
  });
  expect(asked).toEqual(['make', 'g++']);
});

test('where nothing may be installed, the one line that does it is named', () => {
  expect(() => ensureCompiler({ PATH: '/nowhere' }, () => false)).toThrow('sudo apt-get install -y make g++');
});
