import { describe, expect, test } from 'vitest';
import { applyFixes, isSafelyFixable } from '../../../src/core/dataset/findings/apply-fixes.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';

const lint = (file: string) => lintBytes(new TextEncoder().encode(file), { path: '' }).findings;

/** The file as `--fix` leaves it, round after round. */
function fixed(file: string): string {
  let bytes: Uint8Array = new TextEncoder().encode(file);
  for (let round = 0; round < 5; round++)
    bytes = applyFixes(bytes, lintBytes(bytes, { path: '' }).findings.filter(isSafelyFixable)).bytes;
  return new TextDecoder().decode(bytes);
}

const textOf = (file: string): string => (JSON.parse(file) as { text: string }).text;
const fixedText = (text: string): string => textOf(fixed(JSON.stringify({ text })));

describe('what is fixed without asking', () => {
  test.each([
    ['bell\u0007 and\b', 'bell and'],
    ['\u001b[31mred', '[31mred'],
    ['wo\u200brd', 'word'],
    ['page1\f\npage2', 'page1\npage2'],
    ['page1 \fpage2', 'page1 page2'],
    ['page1\f', 'page1'],
    ['a\u00a0b', 'a b'],
  ])('%j becomes %j', (before, after) => {
    expect(fixedText(before)).toBe(after);
  });

  test.each([
    'It\u00e2\u0080\u0099s',
    '\u00ec\u0095\u0088',
    'voil\u00c3\u00a0',
    '\u00e0\u00a0\u0080',
    'a\u0085b',
    'page1\fpage2',
    'col1\u001fcol2',
    'a\vb',
    'a\u0007\u001cb',
    'a\f\ufeffb',
  ])('nothing of %j that cannot be told afterwards', (text) => {
    const kept = fixedText(text);
    expect(kept.replaceAll('\ufeff', '')).toBe(text.replaceAll('\ufeff', ''));
  });
});

test('a separator between words is replaced with a space where somebody asks for it, a C1 control is removed', () => {
  const fixes = (text: string) =>
    lint(JSON.stringify({ text })).flatMap(({ rule, fix }) =>
      rule === 'control-character' && fix?.edit.kind === 'replace'
        ? [{ text: fix.edit.text, safe: fix.safe }]
        : [],
    );
  expect(fixes('a\u0085b')).toEqual([{ text: ' ', safe: false }]);
  expect(fixes('col1\u001fcol2')).toEqual([{ text: ' ', safe: false }]);
  expect(fixes('x\u0081y')).toEqual([{ text: '', safe: false }]);
  expect(fixes('x\u0007y')).toEqual([{ text: '', safe: true }]);
});

describe('a key is not fixed into another key of its object', () => {
  test.each([
    '{"text":"x","a\u200b":1,"a":2}',
    '{"text":"x","a":1,"a\u0007":2}',
    '{"text":"x","a\u200b":1,"a\u0007":2}',
    '{"text":"x","a b":1,"a\u00a0b":2}',
    '{"text":"x","meta":[{"\u1112\u1161\u11ab":1,"한":2}]}',
    '{"text":"x","a\u200b":1,"a\u200b":2,"b":3}',
    '{"text":"x","a b":1,"a\\fb":2}',
  ])('%j', (row) => {
    const escaped = row.replaceAll('\u0007', '\\u0007');
    expect(fixed(escaped)).toBe(escaped);
    const ofKeys = lint(escaped).filter(({ pointer }) => pointer !== '/text');
    expect(ofKeys.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  test('but into one that stands in another object', () => {
    expect(fixed('{"text":"x","m":{"a\u200b":1},"a":2}')).toBe('{"text":"x","m":{"a":1},"a":2}');
  });
});

describe('a zero-width character beside half of a surrogate pair', () => {
  const count = (row: string) => lint(row).filter(({ rule }) => rule === 'zero-width-character').length;

  test.each([
    ['{"text":"\\udc00\u200d"}', 0],
    ['{"text":"\u200d\\ud800"}', 0],
    ['{"text":"a\u200d\u{1f600}"}', 0],
    ['{"text":"\u{1f600}\u200da"}', 0],
    ['{"text":"\u17ff\\udc00\u200b"}', 1],
    ['{"text":"\\udc00\u200b"}', 1],
    ['{"text":"\u17ff\u200b"}', 0],
    ['{"text":"a\u200db"}', 1],
    ['{"text":"\u200d"}', 1],
  ])('%j has %i to be named', (row, named) => {
    expect(count(row)).toBe(named);
  });
});

test('what is shown of broken text is readable', () => {
  const found = lint('{"text":"It\u00e2\u0080\u0099s"}').find(({ rule }) => rule === 'mojibake');
  expect(found?.message.args).toEqual({ text: 'â U+0080 U+0099' });
});
