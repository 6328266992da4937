import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync, watch } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

const main = path.resolve('test/kit/cli-child.ts');
let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
  folder.putRows('a.jsonl', 300_000);
});
afterEach(() => folder.remove());

function parts(): string[] {
  return folder.names().filter((name) => name.endsWith('.part'));
}

/** Runs a command and kills it without a warning when it has begun to write. */
async function killedAtWriting(argv: readonly string[]): Promise<void> {
  const begun = new Promise<void>((resolve) => {
    const watcher = watch(folder.path, (_event, name) => {
      if (name?.endsWith('.part') !== true) return;
      watcher.close();
      resolve();
    });
  });
  const child = spawn(process.execPath, [main, ...argv], { cwd: folder.path, stdio: 'ignore' });
  const exited = once(child, 'exit');
  await Promise.race([begun, exited]);
  child.kill('SIGKILL');
  await exited;
}

test.each([
  ['convert', 'a.jsonl', '--to', 'messages', '--out', 'b.jsonl'],
  ['dedupe', 'a.jsonl', '--out', 'b.jsonl'],
  ['split', 'a.jsonl'],
  ['shuffle', 'a.jsonl', '--out', 'b.jsonl'],
])('%s that is killed leaves no half of a file, and what it left goes with the next one', async (...argv) => {
  await killedAtWriting(argv);
  expect(folder.names().filter((name) => !name.endsWith('.part'))).toEqual(['a.jsonl']);
  expect(parts().length).toBeGreaterThan(0);
  for (const part of parts()) utimesSync(path.join(folder.path, part), 0, 0);
  expect((await cli(folder.path, argv)).code).toBe(0);
  expect(parts()).toEqual([]);
});
