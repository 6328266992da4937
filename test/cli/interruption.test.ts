import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';

const program = path.resolve('test/kit/cli-program.ts');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tf-interruption-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a signal ends lint at once, in the middle of a file that never ends', async () => {
  const pipe = path.join(folder, 'endless.jsonl');
  execFileSync('mkfifo', [pipe]);
  const child = spawn(process.execPath, [program, 'lint', pipe], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  // opens when the program reads
  const writer = await open(pipe, 'w');
  await writer.write('{"text": "A row."}\n');
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  await writer.close();
});
