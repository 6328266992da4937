import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../../src/core/dataset/row/column-names.ts';
import { CsvReader } from '../../../../src/core/dataset/reading/csv-reader.ts';

function read(...pieces: string[]): unknown[] {
  const rows: unknown[] = [];
  const reader = new CsvReader((row, number) => rows.push([number, row]));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return rows;
}

describe('CSV is read', () => {
  test.each([
    [
      'records under the names of the header',
      'a,b\n1,2\n3,4',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    [
      'quotes around commas, line ends and doubled quotes',
      'a,b\n"x, y","l1\nl2 ""q"""\n',
      [{ a: 'x, y', b: 'l1\nl2 "q"' }],
    ],
    ['any line end, and no empty records', '\na\r\n1\r\n\r\n2\r3\n', [{ a: '1' }, { a: '2' }, { a: '3' }]],
    [
      'fields that a record lacks, and those too many',
      'a,b\n1\n1,2,3,4\n',
      [
        { a: '1', b: '' },
        { a: '1', b: '2', '': ['3', '4'] },
      ],
    ],
    [
      'what follows a closing quote, and a quote inside of a field',
      'a\n"x"y\nx"y"\n',
      [{ a: 'xy' }, { a: 'x"y"' }],
    ],
    [
      'columns with one name, each under a name of its own',
      'a,a,b\n1,2,3\n',
      [{ a: '1', 'a.1': '2', b: '3' }],
    ],
    ['a quote that is never closed', 'a\n"x\ny', [{ a: 'x\ny' }]],
  ])('%s', (_, text, rows) => {
    expect(read(text)).toEqual(rows.map((row, n) => [n + 1, row]));
  });

  test('the same in pieces', () => {
    const text = 'a,b\r\n"x ""y""\r\n",2\r\n\r3,"4"\n';
    for (let at = 0; at <= text.length; at++)
      expect(read(text.slice(0, at), text.slice(at))).toEqual(read(text));
  });
});

const PYTHON = `
import csv, io, json, sys
for line in sys.stdin:
    text = json.loads(line)
    print(json.dumps([row for row in csv.reader(io.StringIO(text, newline="")) if row]))
`;
const PIECES = [
  'a',
  'b',
  ' ',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '가',
  '"x,y"',
  'q"r',
  '\u2028',
  '\u0085',
  '\v',
];
const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);

test(`generated texts are read as Python reads them, seed ${seed}`, { timeout: 30_000 }, () => {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const texts = Array.from(
    { length: 4000 },
    // an empty first line is a header without columns for Python, and none for pandas and us
    () => `h${Array.from({ length: random(24) }, () => PIECES[random(PIECES.length)]).join('')}`,
  );
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const answers = execFileSync('python3', ['-c', PYTHON], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  const expected = answers
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[][]);
  texts.forEach((text, n) => {
    const [header = [], ...records] = expected[n] ?? [];
    const columns = columnNames(header);
    const rows = records.map((fields) => ({
      ...Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ''])),
      ...(fields.length > columns.length ? { '': fields.slice(columns.length) } : {}),
    }));
    expect({ text, rows: read(text).map((each) => (each as unknown[])[1]) }).toEqual({ text, rows });
  });
});
