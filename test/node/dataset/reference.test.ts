import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reportFile } from '../../../src/core/dataset/lint-report.ts';
import { lintFile } from '../../../src/node/dataset/lint-file.ts';
import { ruleFixtures } from '../../core/dataset/fixture-files.ts';

const shared = process.env['TF_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');
const reference = path.join(shared, 'tools/lint-reference.py');
const corpora = path.join(shared, 'corpora/datasets');
const reason = !existsSync(reference)
  ? `there is no ${reference}`
  : !hasPython()
    ? 'there is no python3'
    : null;
if (reason !== null) console.log(`skipped: the reference linter, because ${reason}`);

/** Rules of ours that the reference counts. */
const rules = [
  'json-syntax',
  'blank-line',
  'invalid-utf-8',
  'byte-order-mark',
  'not-an-object',
  'exact-duplicate',
  'replacement-character',
  'empty-content',
];
/** A broken array or object is one finding by the contract; the reference reads it as lines. */
const readOtherwise = new Set(['json-syntax/broken-array.jsonl', 'json-syntax/broken-object.jsonl']);

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-reference-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
}

async function compare(files: readonly string[]): Promise<unknown[]> {
  const linted = await Promise.all(files.map((file) => lintFile(file, { path: file })));
  const report = path.join(folder, 'report.json');
  writeFileSync(report, JSON.stringify({ version: 1, files: linted.map((each) => reportFile(each, 'en')) }));
  const script = path.resolve('test/kit/python/compare_with_lint_reference.py');
  const answer = execFileSync('python3', [script, reference, report, rules.join()], { encoding: 'utf8' });
  return JSON.parse(answer) as unknown[];
}

function agreement(file: string): object {
  return { path: file, rows: true, first: true, dispute: {}, counts: {} };
}

describe.skipIf(reason !== null)('the linter and the reference name the same rows, as often', () => {
  test('in every corpus', { timeout: 240_000 }, async () => {
    const files = readdirSync(corpora)
      .filter((name) => !name.endsWith('.csv'))
      .map((name) => path.join(corpora, name));
    expect(await compare(files)).toEqual(files.map(agreement));
  });

  test('in every fixture', { timeout: 60_000 }, async () => {
    const files = ruleFixtures()
      .filter(({ name }) => !readOtherwise.has(name))
      .map(({ file }) => file);
    expect(await compare(files)).toEqual(files.map(agreement));
  });

  test('in mutants of the fixtures', { timeout: 120_000 }, async () => {
    const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
    console.log(`mutants of seed ${seed}`);
    const files = mutants(seed).map((bytes, n) => {
      const file = path.join(folder, `mutant-${n}.jsonl`);
      writeFileSync(file, bytes);
      return file;
    });
    expect(await compare(files)).toEqual(files.map(agreement));
  });
});

/** Lines of all fixtures in another order, with some bytes changed; never the beginning of an array or object over lines. */
function mutants(seed: number): Buffer[] {
  const random = randomNumbers(seed);
  const lines = ruleFixtures().flatMap(({ file }) => splitLines(readFileSync(file)));
  const noise = Buffer.from('{}[]":,\\u0aé \t\r\n\u00ff', 'latin1');
  return Array.from({ length: 60 }, () => {
    const picked = Array.from(
      { length: 1 + random(12) },
      () => lines[random(lines.length)] ?? Buffer.alloc(0),
    );
    const bytes = Buffer.concat([Buffer.from('{"text": "first"}\n'), ...picked]);
    for (let n = random(4); n > 0; n--)
      bytes[18 + random(bytes.length - 18)] = noise[random(noise.length)] ?? 0;
    return bytes;
  });
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    lines.push(bytes.subarray(at, end < 0 ? bytes.length : end + 1));
    at = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

/** mulberry32: whole numbers below a limit. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}
