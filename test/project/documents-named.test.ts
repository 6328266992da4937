import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Documents that readers of the repository cannot open: a comment says the rule itself, or names a file that is here. */
const elsewhere = /DESIGN ?§|DESIGN[.]md|CLI[.]md/;

test('no file points at a document that is not in the repository', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  const files = tracked.filter((name) => name !== '' && existsSync(path.join(root, name)));
  const pointing = files.filter((name) => elsewhere.test(readFileSync(path.join(root, name), 'utf8')));
  expect(files.length).toBeGreaterThan(100);
  expect(pointing).toEqual([]);
});
