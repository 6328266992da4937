import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../../src/core/dataset/findings/apply-fixes.ts';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import { ruleFixtures } from '../fixture-files.ts';

const ZERO_WIDTH = /\u200b|\u200c|\u200d|\ufeff|\u2060/g;
const LATIN = new TextDecoder('latin1');

/** What the texts of a file are once a rule's fix has been applied, found without it: by the lines of the file and plain replacements. */
const expected: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'byte-order-mark': (bytes) => bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''),
  'blank-line': (bytes) =>
    bytes
      .toString('latin1')
      .split('\n')
      .filter((line, n, all) => !/^[ \t\r]*$/.test(line) || (line === '' && n === all.length - 1))
      .join('\n'),
  'crlf-line-ends': (bytes) => bytes.toString('latin1').replaceAll('\r\n', '\n'),
  'mixed-line-ends': (bytes) => bytes.toString('latin1').replaceAll('\r\n', '\n'),
};

/** The same for characters, in every text and key of the rows. */
const characters: Readonly<Record<string, (text: string) => string>> = {
  'no-break-space': (text) => text.replaceAll(/[\u00a0\u202f]/g, ' '),
  // a next line between two words becomes a space
  'control-character': (text) =>
    text.replaceAll(/\b\x85\b/g, ' ').replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, ''),
  'edge-white-space': (text) => text.trim().replaceAll(/^[\x85]+|[\x85]+$/g, ''),
  // all but those that emoji and scripts need, as the fixture has them
  'zero-width-character': (text) =>
    /[\u0900-\u097f\u0600-\u06ff\u0e00-\u0e7f]|👨/.test(text) ? text : text.replaceAll(ZERO_WIDTH, ''),
  'decomposed-hangul': (text) => text.normalize('NFC'),
  // all but what is Japanese or Chinese, and the wave dash
  'full-width-text': (text) =>
    /[\u3040-\u30ff\u4e00-\u9fff]/.test(text)
      ? text
      : text.replaceAll(/[\uff01-\uff5b\uff5d\u3000]/g, (each) => each.normalize('NFKC')),
};

/** Keys are no texts to the rule about white space at ends. */
function mapTexts(value: unknown, change: (text: string) => string, keys: boolean): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [keys ? change(key) : key, mapTexts(each, change, keys)]),
  );
}

function fixAll(bytes: Uint8Array, rule: string) {
  const { findings } = lintBytes(bytes, { path: '', only: [rule] });
  return { fixable: findings.filter(({ fix }) => fix !== undefined), ...applyFixes(bytes, findings) };
}

const fixtures = ruleFixtures().flatMap(({ rule, name, file }) => {
  const bytes = readFileSync(file);
  return fixAll(bytes, rule).fixable.length > 0 ? [{ rule, name, bytes }] : [];
});

describe('all fixes of a rule', () => {
  test('are looked at', () => {
    const rules = new Set(fixtures.map(({ rule }) => rule));
    const known = [...Object.keys(expected), ...Object.keys(characters), 'exact-duplicate'];
    expect([...rules].toSorted()).toEqual(known.toSorted());
  });

  test.each(fixtures)('leave nothing of it in $name, and bring no other fault', ({ rule, bytes }) => {
    const fixed = fixAll(bytes, rule);
    expect(fixed.applied).toBe(fixed.fixable.length);
    const after = lintBytes(fixed.bytes, { path: '', deep: true });
    expect(after.findings.filter((each) => each.rule === rule && each.fix !== undefined)).toEqual([]);
    const before = lintBytes(bytes, { path: '', deep: true });
    const worse = Object.entries(after.counts).filter(([id, count]) => count > (before.counts[id] ?? 0));
    // texts that lose their odd characters may turn out to be equal or empty
    expect(worse.filter(([id]) => !['exact-duplicate', 'empty-content'].includes(id))).toEqual([]);
  });

  test.each(fixtures.filter(({ rule }) => rule in expected))(
    'change nothing else in $name',
    ({ rule, bytes }) => {
      expect(LATIN.decode(fixAll(bytes, rule).bytes)).toBe(expected[rule]?.(bytes));
    },
  );

  test.each(fixtures.filter(({ rule }) => rule in characters))(
    'change no other character of $name',
    ({ rule, bytes }) => {
      const rows = (file: Uint8Array) =>
        new TextDecoder()
          .decode(file)
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown);
      const change = characters[rule] ?? String;
      const wanted = rows(bytes).map((row) => mapTexts(row, change, rule !== 'edge-white-space'));
      expect(rows(fixAll(bytes, rule).bytes)).toEqual(wanted);
    },
  );

  test('remove the later of two equal rows, and the line end before it where it is the last', () => {
    const file = (text: string) => new TextEncoder().encode(text);
    const fixed = (text: string) => new TextDecoder().decode(fixAll(file(text), 'exact-duplicate').bytes);
    expect(fixed('{"a": 1}\n{"a": 1.0}\n{"b": 1}\n')).toBe('{"a": 1}\n{"b": 1}\n');
    expect(fixed('{"a": 1}\r\n{"a": 1}')).toBe('{"a": 1}');
    expect(fixed('[{"a": 1}, {"a": 1}]')).toBe('[{"a": 1}, {"a": 1}]');
  });
});
