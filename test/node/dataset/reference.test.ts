import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { asReportedFile } from '../../../src/core/dataset/findings/lint-report.ts';
import { lintFile } from '../../../src/node/dataset/lint-file.ts';
import { ruleFixtures } from '../../core/dataset/fixture-files.ts';
import {
  compareWithReference,
  referenceMissing,
  type ReferenceAnswer,
} from '../../kit/dataset-fuzz/lint-reference.ts';
import { corpora } from '../../kit/dataset-fuzz/seed-files.ts';

const reason = referenceMissing();
if (reason !== null) console.log(`skipped: the reference linter, because ${reason}`);
const realFiles = corpora();

/** A broken array or object is one finding here; the reference reads it as lines. */
const readOtherwise = new Set(['json-syntax/broken-array.jsonl', 'json-syntax/broken-object.jsonl']);

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-reference-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compare(files: readonly string[]): Promise<readonly ReferenceAnswer[]> {
  const linted = await Promise.all(files.map((file) => lintFile(file, { path: file })));
  const reports = linted.map((each) => asReportedFile(each, 'en'));
  return compareWithReference(reports, path.join(folder, 'report.json'));
}

function agreement(file: string): object {
  return { path: file, rows: true, first: true, dispute: {}, counts: {} };
}

describe.skipIf(reason !== null)('the linter and the reference name the same rows, as often', () => {
  test('in every corpus', { timeout: 240_000 }, async () => {
    const files = realFiles.map(({ file }) => file);
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

  test('in mutants of a CSV file', { timeout: 60_000 }, async () => {
    const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
    console.log(`CSV mutants of seed ${seed}`);
    const files = csvMutants(seed).map((text, n) => {
      const file = path.join(folder, `mutant-${n}.csv`);
      writeFileSync(file, text);
      return file;
    });
    // of columns without a name of their own the reference keeps one
    const compared = (await compare(files)).filter(({ refused }) => refused === undefined);
    expect(compared.length).toBeGreaterThan(files.length / 2);
    expect(compared).toEqual(compared.map(({ path: file }) => agreement(file)));
  });
});

/** What rules about characters look at, in bytes and as escapes. */
const ODD = (
  '\u00a0¦\u202f¦\u200b¦\u200d¦\ufeff¦\u0085¦\u0007¦\u3000¦\u2028¦\ufffd¦👍¦가¦ก¦Ã©¦â€™¦' +
  '\\u00a0¦\\u200b¦\\u200d¦\\u0000¦\\u0085¦\\ud800¦\\ufffd¦\\b¦\\n¦\\u003c|x|>¦' +
  '<|im_end|>¦</s>¦<s>¦[INST]¦<bos>¦<|a b|>¦<｜x▁y｜>'
).split('¦');

const CSV = 'instruction,output,system\nSay hi,Hi ,\n"Say ""bye"", now","Bye\nbye",x\nSay hi,Hi ,\nq,,\n';
const CSV_NOISE = [
  '"',
  ',',
  '\n',
  '\r\n',
  '""',
  ' ',
  '\ufffd',
  ...ODD.filter((each) => !each.startsWith('\\')),
];

function csvMutants(seed: number): string[] {
  const random = randomNumbers(seed);
  return Array.from({ length: 100 }, () => {
    let text = CSV;
    for (let n = random(6); n > 0; n--) {
      const at = 1 + random(text.length - 1);
      text = text.slice(0, at) + (CSV_NOISE[random(CSV_NOISE.length)] ?? '') + text.slice(at + random(2));
    }
    return text;
  });
}

/** Lines of all fixtures in another order, with some bytes changed; never the beginning of an array or object over lines. */
function mutants(seed: number): Buffer[] {
  const random = randomNumbers(seed);
  const lines = ruleFixtures().flatMap(({ file }) => splitLines(readFileSync(file)));
  const noise = ['{}[]":,\\u0aé \t\r\n'.split(''), ODD].flat().map((each) => Buffer.from(each));
  noise.push(Buffer.from([0xff]), Buffer.from([0xe2, 0x80]));
  return Array.from({ length: 200 }, () => {
    const picked = Array.from(
      { length: 1 + random(12) },
      () => lines[random(lines.length)] ?? Buffer.alloc(0),
    );
    let bytes = Buffer.concat([Buffer.from('{"text": "first"}\n'), ...picked]);
    for (let n = random(6); n > 0; n--) {
      const at = 18 + random(bytes.length - 17);
      const put = noise[random(noise.length)] ?? Buffer.alloc(0);
      bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + random(2))]);
    }
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
