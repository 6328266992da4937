import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { ruleFixtures } from '../core/dataset/fixture-files.ts';
import { cli } from '../kit/cli-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-sarif-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.strictObject({ text: v.pipe(v.string(), v.minLength(1)) });
const level = v.picklist(['none', 'note', 'warning', 'error']);
const rule = v.strictObject({
  id: v.string(),
  fullDescription: text,
  defaultConfiguration: v.strictObject({ level }),
});
const region = v.strictObject({
  startLine: place,
  startColumn: place,
  endLine: place,
  endColumn: place,
  byteOffset: v.optional(count),
  byteLength: v.optional(count),
});
const physicalLocation = v.strictObject({
  artifactLocation: v.strictObject({ uri: v.string() }),
  region: v.optional(region),
});
const relatedLocation = v.strictObject({
  physicalLocation: v.strictObject({
    artifactLocation: v.strictObject({ uri: v.string() }),
    region: v.strictObject({ startLine: place }),
  }),
  message: text,
});
const result = v.strictObject({
  ruleId: v.string(),
  level,
  message: text,
  locations: v.pipe(v.array(v.strictObject({ physicalLocation })), v.length(1)),
  relatedLocations: v.optional(v.pipe(v.array(relatedLocation), v.minLength(1))),
  properties: v.looseObject({ row: count }),
});
/** What SARIF 2.1.0 asks of a log like ours (§3.13, §3.14, §3.27, §3.28, §3.30, §3.49), and GitHub's code scanning of it. */
const log = v.strictObject({
  $schema: v.pipe(v.string(), v.regex(/sarif-schema-2\.1\.0\.json$/)),
  version: v.literal('2.1.0'),
  runs: v.pipe(
    v.array(
      v.strictObject({
        tool: v.strictObject({ driver: v.strictObject({ name: v.string(), rules: v.array(rule) }) }),
        columnKind: v.literal('utf16CodeUnits'),
        results: v.array(result),
      }),
    ),
    v.length(1),
  ),
});

async function sarifOf(...argv: string[]): Promise<v.InferOutput<typeof log>['runs'][number]> {
  const { out } = await cli(folder, ['lint', ...argv, '--deep', '--format', 'sarif']);
  const [run] = v.parse(log, JSON.parse(out)).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('the SARIF log of all fixtures of rules', () => {
  let run: Awaited<ReturnType<typeof sarifOf>>;
  beforeAll(async () => {
    run = await sarifOf(...ruleFixtures().map(({ file }) => file));
  }, 60_000);

  test('is what SARIF 2.1.0 says, with hundreds of results', () => {
    expect(run.results.length).toBeGreaterThan(300);
  });

  test('declares each rule once, and each that a result names', () => {
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const unknown = run.results.map(({ ruleId }) => ruleId).filter((id) => !ids.includes(id));
    expect(unknown).toEqual([]);
  });

  test('has regions that end where they begin or later', () => {
    const wrong = run.results.filter(({ locations }) => {
      const found = locations[0]?.physicalLocation.region;
      if (found === undefined) return false;
      const lines = found.endLine - found.startLine;
      return lines < 0 || (lines === 0 && found.endColumn < found.startColumn);
    });
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['a#b?c%20 (1).jsonl', 'a%23b%3Fc%2520%20(1).jsonl'],
  ['데이터.jsonl', '%EB%8D%B0%EC%9D%B4%ED%84%B0.jsonl'],
])('names %s by a URI that leads to it', async (name, uri) => {
  writeFileSync(path.join(folder, name), 'no json\n');
  const [first] = (await sarifOf(name)).results;
  expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  expect(decodeURIComponent(new URL(uri, 'file:///repository/').pathname)).toBe(`/repository/${name}`);
});

test('names the row of a CSV file, which has no lines', async () => {
  writeFileSync(path.join(folder, 'table.csv'), 'instruction,output\nHi,\n');
  const [first] = (await sarifOf('table.csv')).results;
  expect(first).toMatchObject({
    ruleId: 'empty-content',
    message: { text: expect.stringMatching(/^Row 1: The column/) },
    properties: { row: 1 },
  });
  expect(first?.locations[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'table.csv' } });
});

describe('the rows that a finding relates to', () => {
  const rows = ['{"text":"a"}', '{"text":"b"}', '{"text":"a"}'];

  test('are locations where rows are lines', async () => {
    writeFileSync(path.join(folder, 'a b.jsonl'), rows.join('\n\n'));
    const found = (await sarifOf('a b.jsonl')).results.find(({ ruleId }) => ruleId === 'exact-duplicate');
    expect(found?.relatedLocations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'a%20b.jsonl' }, region: { startLine: 1 } },
        message: { text: 'Row 1' },
      },
    ]);
    expect(found?.properties).toMatchObject({ row: 5, relatedRows: [1] });
  });

  test.each([
    ['array.json', `[${rows.join(',\n')}]`],
    ['table.csv', 'text\na\nb\na\n'],
  ])('are named by number alone in %s', async (name, content) => {
    writeFileSync(path.join(folder, name), content);
    const found = (await sarifOf(name)).results.find(({ ruleId }) => ruleId === 'exact-duplicate');
    expect(found?.relatedLocations).toBeUndefined();
    expect(found?.properties).toMatchObject({ row: 3, relatedRows: [1] });
  });
});
