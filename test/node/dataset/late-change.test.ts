import { beforeAll, describe, expect, test } from 'vitest';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { loadWithDatasets, type LoadAnswer } from '../../kit/dataset/load-with-datasets.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined) console.log('skipped: loads of large files (TUNING_FORK_TEST_PYTHON is not set)');

const pad = 'x'.repeat(1 << 20);
/** What the rows of the first block have besides their text, what a row after it has, and where loading stops. */
const cases = [
  { name: 'the same', first: '"n": 1', late: '"n": 2', at: null },
  { name: 'a new column', first: '"n": 1', late: '"n": 1, "m": 2', at: '/m' },
  { name: 'a value where all had null', first: '"n": null', late: '"n": "a"', at: '/n' },
  { name: 'no value where all had one', first: '"n": 1', late: '"m": null', at: '/m' },
  { name: 'a column less', first: '"n": {"a": 1}', late: '"n": null', at: null },
  { name: 'a fraction among integers', first: '"n": 1', late: '"n": 1.5', at: '/n' },
  { name: 'an integer among fractions', first: '"n": 1.5', late: '"n": 1', at: null },
  { name: 'text among integers', first: '"n": 1', late: '"n": "a"', at: '/n' },
  { name: 'digits among integers', first: '"n": 1', late: '"n": "7"', at: null },
  { name: 'text among dates', first: '"n": "2024-05-01"', late: '"n": "soon"', at: '/n' },
  { name: 'a number among texts', first: '"n": "a"', late: '"n": 1', at: null },
  { name: 'a list among texts', first: '"n": "a"', late: '"n": [1]', at: null },
  { name: 'a new key in an object', first: '"n": {"a": 1}', late: '"n": {"a": 1, "b": 2}', at: '/n/b' },
  { name: 'a new key in a list', first: '"n": [{"a": 1}]', late: '"n": [{"a": 1}, {"b": 2}]', at: '/n/1/b' },
  { name: 'a key less in an object', first: '"n": {"a": 1, "b": 2}', late: '"n": {"a": 1}', at: null },
];
const texts = cases.map(({ first, late }) => {
  const block = Array.from({ length: 11 }, () => `{"text": "${pad}", ${first}}`);
  return `${block.join('\n')}\n{"text": "a", ${late}}\n`;
});

describe.skipIf(python === undefined)('a row after the first 10 MB with', () => {
  let answers: readonly LoadAnswer[] = [];
  beforeAll(() => {
    answers = loadWithDatasets(
      python ?? '',
      texts.map((text) => ({ text, isArray: false })),
      'types',
    );
  }, 300_000);

  test.each(cases.map((each, n) => ({ ...each, n })))('$name: stops at $at', ({ at, n }) => {
    const answer = answers[n];
    expect(answer !== undefined && 'error' in answer).toBe(at !== null);
    const options = { path: '', only: ['late-change'] };
    const { findings } = lintBytes(new TextEncoder().encode(texts[n]), options);
    expect(findings.map(({ row, pointer }) => [row, pointer])).toEqual(at === null ? [] : [[12, at]]);
  });
});
