import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../../src/core/dataset/json/json-value.ts';
import { judgementOf, readLabel } from '../../../../../src/core/dataset/prepare/convert/judgement.ts';

const LABELS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['tRue', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['yes', null],
  ['t', null],
  ['\u017frue', null],
];

describe('a label', () => {
  test.each<readonly [JsonValue, boolean | null]>([
    ...LABELS,
    [' true ', true],
    ['1', true],
    ['0', false],
    [1, true],
    [0, false],
    [2, null],
    [null, null],
  ])('%j is %s', (text, label) => {
    expect(readLabel(text)).toBe(label);
  });

  test('of one answer judges it; beside a text or two answers it says something else', () => {
    const judged = { isGood: false, columns: ['label'] };
    expect(judgementOf({ prompt: 'a', completion: 'b', label: 0 })).toEqual(judged);
    expect(judgementOf({ text: 'a', label: 0 })).toBeNull();
    expect(judgementOf({ chosen: [], rejected: [], messages: [], label: 0 })).toBeNull();
  });
});

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: labels that pandas reads (TUNING_FORK_TEST_PYTHON is not set)');
const PANDAS = `
import io, json, sys, pandas
for text in json.load(sys.stdin):
    (value,) = pandas.read_csv(io.StringIO("label\\n%s\\n" % text))["label"].tolist()
    print(json.dumps(value if isinstance(value, bool) else None))
`;

test.skipIf(python === undefined)('words are booleans as to pandas', { timeout: 60_000 }, () => {
  const input = JSON.stringify(LABELS.map(([text]) => text));
  const answers = execFileSync(python ?? '', ['-c', PANDAS], { input, encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(answers.map((line) => JSON.parse(line) as unknown)).toEqual(LABELS.map(([, label]) => label));
});
