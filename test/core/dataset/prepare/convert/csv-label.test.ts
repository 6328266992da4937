import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { csvLabel } from '../../../../../src/core/dataset/prepare/convert/csv-label.ts';

const LABELS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['tRue', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  [' true', null],
  ['true ', null],
  ['yes', null],
  ['1', null],
  ['t', null],
  ['\u017frue', null],
];

test.each(LABELS)('the label %j of CSV is %s', (text, label) => {
  expect(csvLabel(text)).toBe(label);
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

test.skipIf(python === undefined)('so is it to pandas', { timeout: 60_000 }, () => {
  const input = JSON.stringify(LABELS.map(([text]) => text));
  const answers = execFileSync(python ?? '', ['-c', PANDAS], { input, encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(answers.map((line) => JSON.parse(line) as unknown)).toEqual(LABELS.map(([, label]) => label));
});
