import { spawnSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { partPath } from '../../../src/node/files/part-path.ts';
import { PrepareFolder } from '../../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

/** The number of a process that is no more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function putOld(name: string): void {
  utimesSync(folder.put(name, 'half'), 0, 0);
}

test('two files that are written for one place at once have names of their own', () => {
  const target = path.join(folder.path, 'a.jsonl');
  expect(partPath(target)).not.toBe(partPath(target));
});

test('what a killed process left of the same file goes, and nothing else', () => {
  const dead = deadPid();
  putOld(`.a.jsonl.${dead}-0123abcd.part`);
  putOld(`.b.jsonl.${dead}-0123abcd.part`);
  putOld(`.a.jsonl.${process.pid}-0123abcd.part`);
  putOld('.a.jsonl.mine.part');
  folder.put(`.a.jsonl.${dead}-0123abce.part`, 'of this minute');
  partPath(path.join(folder.path, 'a.jsonl'));
  expect(folder.names()).toEqual(
    [
      `.b.jsonl.${dead}-0123abcd.part`,
      `.a.jsonl.${process.pid}-0123abcd.part`,
      '.a.jsonl.mine.part',
      `.a.jsonl.${dead}-0123abce.part`,
    ].toSorted(),
  );
});
