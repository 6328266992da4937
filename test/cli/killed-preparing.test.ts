import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

const main = path.resolve('test/kit/write-and-die.ts');
let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
  folder.putRows('a.jsonl', 300_000);
});
afterEach(() => folder.remove());

function parts(): string[] {
  return folder.names().filter((name) => name.endsWith('.part'));
}

/** Runs a command that is killed without a warning when it has begun to write. */
async function killedAtWriting(argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [main, ...argv], { cwd: folder.path, stdio: 'ignore' });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
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
