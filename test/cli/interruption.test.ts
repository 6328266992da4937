import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readlink, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

const program = path.resolve('test/kit/cli-program.ts');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tf-interruption-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.skipIf(process.platform !== 'linux')(
  'a signal ends lint at once, in the middle of a file that hardly ends',
  async () => {
    const file = path.join(folder, 'long.jsonl');
    await writeFile(file, '');
    // nothing of it is on the disk
    await truncate(file, 1e12);
    const child = spawn(process.execPath, [program, 'lint', file], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (!(await isOpen(file, child.pid))) await wait(20);
    child.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  },
);

async function isOpen(file: string, pid: number | undefined): Promise<boolean> {
  const handles = `/proc/${pid}/fd`;
  const names = await readdir(handles);
  const links = await Promise.all(names.map((name) => readlink(path.join(handles, name)).catch(() => '')));
  return links.includes(file);
}
