import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../../src/core/dataset/row/column-names.ts';

describe('each column of CSV has a name of its own', () => {
  test.each([
    ['names that differ stay', ['a', 'b'], ['a', 'b']],
    ['a repeated one gets a number', ['a', 'a', 'b', 'a'], ['a', 'a.1', 'b', 'a.2']],
    ['which no other column has', ['a', 'a', 'a.1', 'a'], ['a', 'a.2', 'a.1', 'a.3']],
    ['one that is missing gets its place', ['', 'a', ''], ['Unnamed: 0', 'a', 'Unnamed: 2']],
    ['and gives way to one that is given', ['', 'Unnamed: 0'], ['Unnamed: 0.1', 'Unnamed: 0']],
  ])('%s', (_, header, names) => {
    expect(columnNames(header)).toEqual(names);
  });
});

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: how pandas names columns (TUNING_FORK_TEST_PYTHON is not set)');
const PANDAS = `
import io, json, sys, pandas
for line in sys.stdin:
    header = json.loads(line)
    text = ",".join('"%s"' % name for name in header) + "\\n" + ",".join("1" for _ in header) + "\\n"
    print(json.dumps(list(pandas.read_csv(io.StringIO(text)).columns)))
`;

test.skipIf(python === undefined)(
  'generated headers are named as pandas names them',
  { timeout: 60_000 },
  () => {
    const name = fc.constantFrom('a', 'b', 'a.1', 'a.2', 'a.1.1', '', 'Unnamed: 1', 'Unnamed: 1.1');
    // pandas takes a line of nothing but commas for a header too, and one of a single empty name for none
    const headers = fc.sample(fc.array(name, { minLength: 2, maxLength: 8 }), 500);
    const input = headers.map((header) => `${JSON.stringify(header)}\n`).join('');
    const answers = execFileSync(python ?? '', ['-c', PANDAS], { input, encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(headers.map((header) => columnNames(header))).toEqual(
      answers.map((line) => JSON.parse(line) as unknown),
    );
  },
);
