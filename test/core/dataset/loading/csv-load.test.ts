import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CsvReader } from '../../../../src/core/dataset/reading/csv-reader.ts';
import type { CsvChange } from '../../../../src/core/dataset/loading/csv-change.ts';
import { CsvLoad } from '../../../../src/core/dataset/loading/csv-load.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: what datasets makes of CSV (TUNING_FORK_TEST_PYTHON is not set)');

type Answer =
  | {
      readonly types: Readonly<Record<string, string>>;
      readonly rows: readonly Readonly<Record<string, unknown>>[];
    }
  | { readonly error: readonly [string, string] };

/** Rows that are read at once in these tests. */
const AT_ONCE = 4;

function loaded(texts: readonly (string | Uint8Array)[]): Answer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-csv-'));
  try {
    const names = texts.map((text, n) => {
      const name = `${String(n).padStart(4, '0')}.csv`;
      writeFileSync(path.join(folder, name), text);
      return name;
    });
    const script = path.resolve('test/kit/python/load_csv.py');
    const printed = execFileSync(python ?? '', [script, folder, String(AT_ONCE)], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const answers = JSON.parse(printed) as Record<string, Answer>;
    return names.map((name) => answers[name] ?? { error: ['no answer', name] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Changes {
  readonly found: readonly CsvChange[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function changesOf(text: string | Uint8Array): Changes {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found: CsvChange[] = [];
  const rows: Record<string, unknown>[] = [];
  const load = new CsvLoad((change) => found.push(change), { atOnce: AT_ONCE });
  const reader = new CsvReader((row, number, isBlank) => {
    if (!isBlank) rows.push(row);
    load.row(row, number, isBlank);
  });
  load.bytes(bytes);
  reader.push(new TextDecoder().decode(bytes));
  reader.end();
  load.end(reader.endsInQuote);
  return { found, rows };
}

const STOPS = new Set<CsvChange['kind']>([
  'no-utf-8',
  'unclosed-quote',
  'no-rows',
  'too-many-fields',
  'late-kind',
  'too-big',
]);

/** Findings as `kind row column`. */
function named({ found }: Changes): string[] {
  return found
    .map((change) => `${change.kind} ${change.row}${'column' in change ? ` ${change.column}` : ''}`)
    .sort();
}

const pair = 'prompt,completion\n';

const cases = [
  { name: 'texts', text: `${pair}a,b\nc,d\n`, named: [] },
  { name: 'a column of numbers', text: `${pair}a,4\nb,6\n`, named: ['becomes 1 completion'] },
  { name: 'numbers in quotes', text: `${pair}a,"4"\nb,"6"\n`, named: ['becomes 1 completion'] },
  { name: 'numbers and a text', text: `${pair}a,007\nb,six\n`, named: [] },
  { name: 'truth values', text: `${pair}a,True\nb,false\n`, named: ['becomes 1 completion'] },
  { name: 'truth values and numbers', text: `${pair}a,True\nb,1\n`, named: [] },
  { name: 'dates stay texts', text: `${pair}a,2024-05-01\nb,2024-05-02\n`, named: [] },
  {
    name: 'words that are read as nothing',
    text: `${pair}a,NA\nb,null\nc,"None"\nd,no\n`,
    named: ['null 1 completion', 'null 2 completion', 'null 3 completion'],
  },
  { name: 'such a word with a space', text: `${pair}a, NA\nb,x\n`, named: [] },
  { name: 'an empty field', text: `${pair}a,\nb,x\n`, named: ['null 1 completion'] },
  { name: 'a short row', text: `${pair}a\nb,x\n`, named: ['null 1 completion'] },
  { name: 'too many fields in the first row', text: `${pair}a,b,c\nd,e\n`, named: ['shifted 1 prompt'] },
  { name: 'a comma at the end of each row', text: `${pair}a,b,\nd,e,\n`, named: ['shifted 1 prompt'] },
  { name: 'too many fields in a later row', text: `${pair}a,b\nc,d,e\n`, named: ['too-many-fields 2'] },
  {
    name: 'more fields than the first row, which has too many',
    text: `${pair}a,b,c\nd,e,f,g\n`,
    named: ['shifted 1 prompt', 'too-many-fields 2'],
  },
  { name: 'a quote that is not closed', text: `${pair}a,b\nc,"d\ne,f\n`, named: ['unclosed-quote 2'] },
  { name: 'a quote within a text', text: `${pair}a,b "c" d\n`, named: [] },
  {
    name: 'text after numbers',
    text: `${pair}${'a,1\n'.repeat(AT_ONCE)}b,two\n`,
    named: ['becomes 1 completion', `late-kind ${AT_ONCE + 1} completion`],
  },
  {
    name: 'text after nothing',
    text: `id,note\n${'1,\n'.repeat(AT_ONCE)}1,two\n`,
    named: [`late-kind ${AT_ONCE + 1} note`],
  },
  {
    name: 'a fraction after integers',
    text: `text,n\n${'a,1\n'.repeat(AT_ONCE)}a,1.5\n`,
    named: [`late-kind ${AT_ONCE + 1} n`],
  },
  { name: 'integers after fractions', text: `text,n\n${'a,1.5\n'.repeat(AT_ONCE)}a,1\n`, named: [] },
  {
    name: 'numbers after text',
    text: `${pair}${'a,x\n'.repeat(AT_ONCE)}b,1\nb,007\n`,
    named: [`rewritten ${AT_ONCE + 2} completion`],
  },
  { name: 'an integer beyond 64 bits', text: 'text,n\na,18446744073709551616\n', named: ['too-big 1 n'] },
  { name: 'an integer beyond 63 bits', text: 'text,n\na,9223372036854775808\n', named: [] },
  {
    name: 'bytes of another encoding',
    text: Uint8Array.of(0x61, 0x0a, 0xb0, 0xa1, 0x0a),
    named: ['no-utf-8 0'],
  },
  { name: 'a byte order mark', text: `\ufeff${pair}a,b\n`, named: [] },
  {
    name: 'an empty line and one of spaces',
    text: `${pair}\n  \na,b\n`,
    named: ['blank-line 1'],
  },
  { name: 'lines of spaces and tabs', text: 'text\na\n \t\n"  "\n', named: ['blank-line 2'] },
  {
    name: 'such lines and no others',
    text: 'text\n \n\t\n',
    named: ['blank-line 1', 'blank-line 2', 'no-rows 0'],
  },
  { name: 'spaces before a comma', text: `${pair}  ,b\nc,d\n`, named: [] },
  {
    name: 'an integer beyond 64 bits before a fraction, which keeps all as it is',
    text: `${pair}a,18446744073709551616\nb,.5\nc,NULL\n`,
    named: [],
  },
  {
    name: 'an integer beyond 64 bits after a fraction',
    text: `${pair}a,.5\nb,18446744073709551616\n`,
    named: ['becomes 2 completion'],
  },
  {
    name: 'an integer beyond 64 bits and nothing',
    text: `${pair}a,18446744073709551616\nb,NULL\n`,
    named: ['null 2 completion', 'too-big 1 completion'],
  },
  {
    name: 'an integer beyond 63 bits beside a word for nothing, which keeps both',
    text: `${pair}a,9223372036854775808\nb,NULL\n`,
    named: [],
  },
  {
    name: 'an integer beyond 63 bits beside one below zero, which keeps both',
    text: `${pair}a,9223372036854775808\nb,-1\nc,007\n`,
    named: [],
  },
  {
    name: 'an integer beyond 63 bits before a text and nothing',
    text: `${pair}a,9223372036854775808\nb,x\nc,NULL\n`,
    named: ['null 3 completion'],
  },
  {
    name: 'an integer that Python does not read',
    text: `${pair}a,${'1'.repeat(4301)}\n`,
    named: [],
  },
  {
    name: 'what is kept as it is after fractions',
    text: `text,n\n${'a,1.5\n'.repeat(AT_ONCE)}a,18446744073709551616\na,.5\n`,
    named: [],
  },
  {
    name: 'what is kept as it is, with a word for nothing, after fractions',
    text: `text,n\n${'a,1.5\n'.repeat(AT_ONCE)}a,18446744073709551616\na,.5\na,NULL\n`,
    named: [`late-kind ${AT_ONCE + 3} n`],
  },
  {
    name: 'a float beyond 63 bits after integers',
    text: `text,n\n${'a,1\n'.repeat(AT_ONCE)}a,1e30\n`,
    named: [`late-kind ${AT_ONCE + 1} n`],
  },
  {
    name: 'a float below zero after integers without a sign',
    text: `text,n\n${'a,9223372036854775808\n'.repeat(AT_ONCE)}a,-1.0\n`,
    named: [`late-kind ${AT_ONCE + 1} n`],
  },
  {
    name: 'the largest integer with a sign beside nothing, which rounds it, after integers',
    text: `text,n\n${'a,1\n'.repeat(AT_ONCE)}a,9223372036854775807\na,\n`,
    named: [`late-kind ${AT_ONCE + 1} n`],
  },
  {
    name: 'a float beyond 63 bits after integers without a sign',
    text: `text,n\n${'a,9223372036854775808\n'.repeat(AT_ONCE)}a,1e19\n`,
    named: [],
  },
  {
    name: 'hexadecimal texts after integers',
    text: `text,n\n${'a,1\n'.repeat(AT_ONCE)}a,0x10\na,0xfF\n`,
    named: [],
  },
];

describe('what becomes of a CSV file', () => {
  test.each(cases)('$name', ({ text, named: expected }) => {
    expect(named(changesOf(text))).toEqual(expected);
  });
});

const words = {
  numbers: [
    '1',
    '2',
    '-3',
    '007',
    '+4',
    ' 5',
    '6 ',
    '1.5',
    '1.50',
    '2.0',
    '1e3',
    '.5',
    '5.',
    'inf',
    '-Infinity',
  ],
  nothing: ['', 'NA', 'N/A', 'null', 'None', 'nan', '-NaN', '<NA>', '"NA"'],
  booleans: ['True', 'false', 'TRUE'],
  texts: [
    'a',
    'b c',
    'x',
    ' True',
    'yes',
    ' NA',
    'na',
    '"1,000"',
    '0x10',
    '1_000',
    '2024-05-01',
    '1e',
    '.',
    '-',
  ],
  others: ['"a ""b"""', '"4"', '"two\nlines"', '½', '١'],
};
const word = fc.constantFrom(...Object.values(words).flat());
const integer = fc.constantFrom(
  '1',
  '-3',
  '9223372036854775807',
  '9007199254740993',
  '9223372036854775808',
  '-9223372036854775809',
  '12345678901234567890123',
  '0.5',
  'x',
  '-x',
  'NULL',
  '',
  'TRUE',
  '1e19',
  '-1.0',
  '0x10',
);
/** Columns are of one kind for a while. */
const column = fc
  .array(fc.tuple(word, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 4 })
  .map((runs) => runs.flatMap(([text, times]) => Array<string>(times).fill(text)));
const integers = fc
  .array(fc.tuple(integer, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 4 })
  .map((runs) => runs.flatMap(([text, times]) => Array<string>(times).fill(text)));
const extra = fc.oneof({ weight: 30, arbitrary: fc.constant('') }, fc.constantFrom(',', ',more', ',"open'));
const file = fc
  .tuple(
    fc.constantFrom('prompt,completion', 'text,note'),
    column,
    fc.oneof({ weight: 5, arbitrary: column }, integers),
    fc.array(extra, { maxLength: 12 }),
  )
  .map(([header, a, b, extras]) => {
    const rows = Array.from({ length: Math.max(a.length, b.length) }, (_, n) => {
      return `${a[n % a.length] ?? ''},${b[n % b.length] ?? ''}${extras[n] ?? ''}\n`;
    });
    return `${header}\n${rows.join('')}`;
  });

describe.skipIf(python === undefined)('datasets does as the rules say', () => {
  const texts = [
    ...cases.map(({ text }) => text),
    ...fc.sample(file, { numRuns: 300, seed: Number(process.env['TF_SEED'] ?? 7) }),
  ];
  let answers: Answer[] = [];
  beforeAll(() => {
    answers = loaded(texts);
  }, 300_000);

  const judged = texts.map((text, n) => ({
    text: typeof text === 'string' ? text : '(bytes)',
    n,
    changes: changesOf(text),
  }));

  test.each(judged)('it stops file $n', ({ n, changes }) => {
    const answer = answers[n];
    // of the kinds of columns that are shifted nothing is said
    const isOther =
      answer !== undefined && 'error' in answer && /^(?:ArrowInvalid|OverflowError)$/.test(answer.error[0]);
    if (isOther && changes.found.some(({ kind }) => kind === 'shifted')) return;
    expect('error' in (answer ?? {}), JSON.stringify([answer, changes.found])).toBe(
      changes.found.some(({ kind }) => STOPS.has(kind)),
    );
  });

  test.each(judged)('it changes file $n', ({ n, changes: { found, rows } }) => {
    const answer = answers[n];
    if (answer === undefined || 'error' in answer || found.some(({ kind }) => kind === 'shifted')) return;
    const trained = Object.keys(answer.types).filter((name) => /^(?:prompt|completion|text)$/.test(name));
    for (const name of trained) {
      const isEmpty = answer.rows.every((row) => row[name] === null);
      const becomes = found.some((change) => change.kind === 'becomes' && change.column === name);
      expect(!isEmpty && !/string/.test(answer.types[name] ?? ''), `type of ${name}`).toBe(becomes);
      const nulls = found.filter((change) => change.kind === 'null' && change.column === name);
      expect(answer.rows.filter((row) => row[name] === null).length, `nulls of ${name}`).toBe(nulls.length);
      if (becomes) continue;
      const isChanged = answer.rows.some((row, at) => row[name] !== null && row[name] !== rows[at]?.[name]);
      const said = found.some((change) => change.kind === 'rewritten' && change.column === name);
      expect(isChanged, `texts of ${name}`).toBe(said);
    }
  });
});
