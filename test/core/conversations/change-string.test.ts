import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeString } from '../../../src/core/conversations/change-string.ts';
import type { Path } from '../../../src/core/dataset/json/locate.ts';

function changed(row: string, path: Path, after: string): string {
  const change = changeString(row, path, after);
  if (change === null) return row;
  return row.slice(0, change.start) + change.text + row.slice(change.end);
}

describe('a string of a row is changed', () => {
  test.each([
    ['at its end', '{"text": "ab"}', 'abc', '{"text": "abc"}'],
    [
      'in the middle, the escapes beside it as they are',
      '{"text":"\\u0061\\/b"}',
      'a/xb',
      '{"text":"\\u0061\\/xb"}',
    ],
    ['to nothing', '{"text":"a\\nb"}', '', '{"text":""}'],
    ['with line ends and quotes escaped', '{"text":"a"}', 'a\n"b"', '{"text":"a\\n\\"b\\""}'],
    ['with U+2028 escaped', '{"text":"a"}', 'a\u2028', '{"text":"a\\u2028"}'],
    ['in ASCII where the row is', '{"text":"\\uc11c\\uc6b8"}', '서울시', '{"text":"\\uc11c\\uc6b8\\uc2dc"}'],
    ['as it is typed where the row is not', '{"text":"서울"}', '서울시', '{"text":"서울시"}'],
    ['without half an emoji', '{"text":"😀"}', '😁', '{"text":"😁"}'],
  ])('%s', (_, row, after, expected) => {
    expect(changed(row, ['text'], after)).toBe(expected);
  });

  test('only where it is a string', () => {
    expect(changeString('{"a": 1}', ['a'], 'x')).toBeNull();
    expect(changeString('{"a": "1"}', ['b'], 'x')).toBeNull();
  });
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.constantFrom(null, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Paths of all strings of a value. */
function stringPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((each, n) => stringPaths(each, [...path, n]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => stringPaths(each, [...path, key]));
}

function withString(value: unknown, [step, ...rest]: Path, after: string): unknown {
  if (step === undefined) return after;
  if (Array.isArray(value))
    return value.map((each, n) => (n === step ? withString(each, rest, after) : each));
  const own = Object.entries(value as object);
  return Object.fromEntries(
    own.map(([key, each]) => [key, key === step ? withString(each, rest, after) : each]),
  );
}

/** Writes every character beyond letters as an escape, as some tools do. */
function escapedText(row: string): string {
  return row.replaceAll(/[^\0-\x7f]/g, (unit) =>
    Array.from(
      { length: unit.length },
      (_, n) => `\\u${unit.charCodeAt(n).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

test('changing any string of any row changes that string alone', () => {
  const rows = fc.tuple(json, fc.constantFrom(0, 1, 2), fc.boolean());
  fc.assert(
    fc.property(rows, fc.nat(), fc.string({ unit: 'binary' }), ([value, indent, isEscaped], pick, after) => {
      const paths = stringPaths(value);
      const path = paths[pick % Math.max(1, paths.length)];
      if (path === undefined) return;
      const plain = JSON.stringify(value, null, indent);
      const row = isEscaped ? escapedText(plain) : plain;
      const change = changeString(row, path, after);
      expect(change).not.toBeNull();
      const edited = changed(row, path, after);
      expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify(withString(value, path, after))));
      expect(edited.split('\n')).toHaveLength(row.split('\n').length);
    }),
  );
});
