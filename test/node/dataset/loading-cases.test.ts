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
  'unread-line',
  'deep-nesting',
];
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
  { name: 'pretty-printed objects', text: '{"text":\n "a"}', what: 'loads', named: [] },
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
    const { counts } = lintBytes(new TextEncoder().encode(`${text}\n`), { path: '' });
    expect(rules.filter((id) => counts[id] !== undefined)).toEqual(named);
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
