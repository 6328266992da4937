import { beforeAll, describe, expect, test } from 'vitest';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { isIsoDate } from '../../../src/core/dataset/loading/iso-date.ts';
import { loadWithDatasets, type LoadAnswer } from '../../kit/dataset/load-with-datasets.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined) console.log('skipped: loads that stop (TUNING_FORK_TEST_PYTHON is not set)');

const rules = [
  'json-syntax',
  'duplicate-key',
  'lone-surrogate',
  'number-too-big',
  'number-changes',
  'integer-becomes-float',
  'unread-line',
  'deep-nesting',
  'empty-file',
];
/** It runs only where a setting says so. */
const asked = { 'empty-file': 'error' } as const;
const nested = (levels: number) => '['.repeat(levels) + '1' + ']'.repeat(levels);

/** What old advice, or common sense, says of a load, and what becomes of it. */
const cases = [
  { name: 'a key given twice', text: '{"text": "a", "text": "b"}', what: 'stops', named: ['duplicate-key'] },
  {
    name: 'a key given twice in an array',
    text: '[{"text": "a", "text": "b"}]',
    what: 'loads',
    named: ['duplicate-key'],
  },
  {
    name: 'a key given twice deep inside',
    text: '{"text": "a", "m": [{"x": {"y": 1}}]}\n{"text": "b", "m": [{"x": {"y": 1, "y": 1}}]}',
    what: 'stops',
    named: ['duplicate-key'],
  },
  { name: 'half a surrogate pair', text: '{"text": "\\ud83d"}', what: 'stops', named: ['lone-surrogate'] },
  {
    name: 'the second half alone in an array',
    text: '[{"text": "\\ude00"}]',
    what: 'stops',
    named: ['lone-surrogate'],
  },
  { name: 'a whole surrogate pair', text: '{"text": "\\ud83d\\ude00"}', what: 'loads', named: [] },
  {
    name: 'a number that no float holds',
    text: '{"text": "a", "n": 1e400}',
    what: 'stops',
    named: ['number-too-big'],
  },
  {
    name: 'NaN beside integers',
    text: '{"text": "a", "n": 1}\n{"text": "b", "n": NaN}',
    what: 'loads',
    named: [],
  },
  {
    name: 'an integer beyond 64 bits',
    text: '{"text": "a", "n": 18446744073709551616}',
    what: 'loads',
    named: ['number-changes'],
  },
  {
    name: 'an integer beyond 64 bits in an array',
    text: '[{"text": "a", "n": 18446744073709551616}]',
    what: 'stops',
    named: ['number-changes', 'unread-line'],
  },
  {
    name: 'a number with more than 64 bits before its point, where kinds mix',
    text: '{"text": "a", "n": 100000000000000000000.0}\n{"text": "b", "n": "x"}',
    what: 'stops',
    named: ['unread-line'],
  },
  {
    name: 'a negative one',
    text: '{"text": "a", "n": -100000000000000000000.0}\n{"text": "b", "n": "x"}',
    what: 'stops',
    named: ['unread-line'],
  },
  {
    name: 'the same number with an exponent',
    text: '{"text": "a", "n": 1e20}\n{"text": "b", "n": "x"}',
    what: 'loads',
    named: [],
  },
  {
    name: 'a number with more than 64 bits before its point in an array',
    text: '[{"text": "a", "n": 100000000000000000000.0}]',
    what: 'stops',
    named: ['unread-line'],
  },
  {
    name: 'such a number where kinds are alike',
    text: '{"text": "a", "n": 100000000000000000000.0}\n{"text": "b", "n": 9223372036854775808.0}',
    what: 'loads',
    named: [],
  },
  {
    name: 'digits that a float does not keep',
    text: '{"text": "a", "n": 9223372036854775809.0}\n{"text": "b", "n": 4.9e-324}',
    what: 'loads',
    named: ['number-changes'],
  },
  { name: 'a blank line alone', text: '', what: 'stops', named: ['empty-file'] },
  { name: 'an empty array', text: '[]', what: 'stops', named: ['empty-file'] },
  {
    name: 'the largest integer of 64 bits without a sign',
    text: '{"text": "a", "n": 18446744073709551615}',
    what: 'loads',
    named: ['integer-becomes-float'],
  },
  { name: 'a blank line', text: '{"text": "a"}\n\n{"text": "b"}', what: 'loads', named: [] },
  {
    name: 'a blank line where kinds mix',
    text: '{"text": "a", "n": 1}\n\n{"text": "b", "n": "x"}',
    what: 'stops',
    named: ['unread-line'],
  },
  {
    name: 'kinds that mix',
    text: '{"text": "a", "n": 1}\n{"text": "b", "n": "x"}\n{"text": "c", "n": [2]}',
    what: 'loads',
    named: [],
  },
  {
    name: 'a column in some rows only',
    text: '{"text": "a"}\n{"text": "b", "n": {"x": 1}}',
    what: 'loads',
    named: [],
  },
  { name: 'one object over several lines', text: '{"text":\n "a"}', what: 'loads', named: [] },
  {
    name: 'objects over several lines, one after another',
    text: '{\n "text": "a",\n "m": [\n  "b"\n ]\n}\n{\n "text": "c",\n "m": []\n}',
    what: 'loads',
    named: ['json-syntax'],
  },
  { name: '62 levels', text: `{"text": "a", "n": ${nested(62)}}`, what: 'loads', named: [] },
  { name: '63 levels', text: `{"text": "a", "n": ${nested(63)}}`, what: 'stops', named: ['deep-nesting'] },
  {
    name: '63 levels beside another kind',
    text: `{"text": "a", "n": ${nested(63)}}\n{"text": "b", "n": "x"}`,
    what: 'loads',
    named: [],
  },
  {
    name: 'a row that is cut off',
    text: '{"text": "a"}\n{"text": "b',
    what: 'stops',
    named: ['json-syntax'],
  },
];

describe.skipIf(python === undefined)('a load', () => {
  let answers: readonly LoadAnswer[] = [];
  beforeAll(() => {
    const files = cases.map(({ text }) => ({ text: `${text}\n`, isArray: text.startsWith('[') }));
    answers = loadWithDatasets(python ?? '', files);
  }, 120_000);

  test.each(cases.map((each, n) => ({ ...each, n })))('$name: $what', ({ text, what, named, n }) => {
    const answer = answers[n];
    expect(answer !== undefined && 'error' in answer ? 'stops' : 'loads').toBe(what);
    const { counts, findings } = lintBytes(new TextEncoder().encode(`${text}\n`), { path: '', rules: asked });
    expect(rules.filter((id) => counts[id] !== undefined)).toEqual(named);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    if (what === 'loads') expect(errors).toEqual([]);
  });

  test('stops at a file without a byte', { timeout: 60_000 }, () => {
    const [answer] = loadWithDatasets(python ?? '', [{ text: '', isArray: false }]);
    expect(answer).toHaveProperty('error');
    expect(lintBytes(new Uint8Array(0), { path: '', rules: asked }).counts).toEqual({ 'empty-file': 1 });
  });

  test('changes the integers that rules name, and no others', { timeout: 120_000 }, () => {
    const all = LARGE.flatMap((integer) => integerPlaces(integer).map((place) => ({ integer, ...place })));
    const loaded = loadWithDatasets(
      python ?? '',
      all.map(({ text, isArray }) => ({ text, isArray })),
    );
    const fates = all.map(({ integer, text, path }, n) => {
      const place = `${integer} in ${text}`;
      return { place, actual: fateOf(loaded[n], integer, path), named: namedFate(text) };
    });
    expect(fates.filter(({ actual, named }) => actual !== named)).toEqual([]);
    expect(new Set(fates.map(({ actual }) => actual))).toEqual(new Set(['stops', 'changes', 'stays']));
  });

  test('takes for dates what the rule takes for dates', { timeout: 120_000 }, () => {
    const texts = datesAndOthers();
    const files = texts.map((text) => ({ text: `${JSON.stringify({ text })}\n`, isArray: false }));
    const loaded = loadWithDatasets(python ?? '', files);
    const taken = texts.filter((_, n) => JSON.stringify(loaded[n]).includes('"kind":"date"'));
    expect(taken).toEqual(texts.filter(isIsoDate));
    expect(taken.length).toBeGreaterThan(20);
  });
});

const LARGE = [
  '9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
  '9223372036854775808',
  '-9223372036854775809',
  '18446744073709551615',
  '18446744073709551616',
  '30000000000000000000',
];

interface IntegerPlace {
  readonly text: string;
  readonly isArray: boolean;
  /** Where it stands in the first row. */
  readonly path: readonly string[];
}

/** Files in which an integer is alone in its column, inside objects with like and unlike keys, beside such, and among texts. */
function integerPlaces(integer: string): IntegerPlace[] {
  const rows = [
    { path: ['n'], first: `"n": ${integer}`, second: '"n": 1' },
    { path: ['n', 'x'], first: `"n": {"x": ${integer}}`, second: '"n": {"x": 1}' },
    { path: ['n', 'x'], first: `"n": {"x": ${integer}}`, second: '"n": {"y": 1}' },
    { path: ['id'], first: `"n": {"x": 1}, "id": ${integer}`, second: '"n": {"y": 1}, "id": 1' },
    { path: ['n'], first: `"n": ${integer}`, second: '"n": "x"' },
  ];
  return rows.flatMap(({ path, first, second }) => {
    const [one, other] = [`{"text": "a", ${first}}`, `{"text": "b", ${second}}`];
    return [
      { text: `${one}\n${other}\n`, isArray: false, path },
      { text: `[${one},\n${other}]`, isArray: true, path },
    ];
  });
}

/** What became of an integer: a float where the column has floats. */
function fateOf(answer: LoadAnswer | undefined, integer: string, path: readonly string[]): string {
  if (answer === undefined || 'error' in answer) return 'stops';
  let type = answer.type as { kind: string; fields?: Record<string, { kind: string }> };
  let value: unknown = answer.rows[0];
  for (const step of path) {
    type = type.fields?.[step] ?? type;
    value = (value as Record<string, unknown>)[step];
  }
  return type.kind === 'float' || value !== Number(integer) ? 'changes' : 'stays';
}

/** The same as the rules say it. */
function namedFate(text: string): string {
  const only = ['number-changes', 'integer-becomes-float', 'rewritten-number', 'unread-line'];
  const { findings } = lintBytes(new TextEncoder().encode(text), { path: '', only });
  if (findings.some(({ message }) => message.id.endsWith('.stops'))) return 'stops';
  const own = findings.filter(({ rule, row }) => rule !== 'unread-line' && row === 1);
  return own.length === 0 ? 'stays' : 'changes';
}

/** Dates in the forms of ISO 8601, and near them. */
function datesAndOthers(): string[] {
  const days =
    '2024-05-01 2024-02-29 2023-02-29 2024-13-01 2024-04-31 0001-01-01 2024-5-1 20240501 1900-02-29';
  const times =
    '¦T10¦ 10¦T10:00¦T1000¦T10:00:00¦T100000¦T24:00:00¦T23:59:59¦T10:60¦T10:00:60¦T10:00:00.5¦t10:00¦T';
  const zones = '¦Z¦z¦+02¦+0200¦+02:00¦-11:30¦+25:00¦+02:60¦ Z';
  const all = days
    .split(' ')
    .flatMap((day) => times.split('¦').flatMap((time) => zones.split('¦').map((zone) => day + time + zone)));
  return [...all.filter((_, n) => n < 140 || n % 11 === 0), ' 2024-05-01', '2024-05-01 ', '10:00', '2024'];
}
