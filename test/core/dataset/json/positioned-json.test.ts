import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePositioned, valueOf } from '../../../../src/core/dataset/json/positioned-json.ts';
import { nodeAt, pointerOf } from '../../../../src/core/dataset/json/locate.ts';

function accepts(text: string): boolean {
  return parsePositioned(text).ok;
}

function acceptsFast(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the positioned parser', () => {
  test('reads any JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parsed = parsePositioned(text);
        expect(parsed.ok && valueOf(parsed.root)).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test('refuses what JSON.parse refuses, but for the words that Python reads', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00',
      '\\',
      '1',
      '-',
      '.5',
      'e9',
      '0',
      'true',
      'nul',
      ' ',
      '\n',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(accepts(text)).toBe(acceptsFast(text));
      }),
      { numRuns: 2000 },
    );
    expect(['NaN', 'Infinity', '-Infinity'].map(accepts)).toEqual([true, true, true]);
    expect(['-NaN', '+Infinity', 'nan', '\ufeff1', '\u00a01'].map(accepts)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('reads __proto__ as a key like any other', () => {
    const parsed = parsePositioned('{"__proto__": 1}');
    expect(parsed.ok && Object.keys(valueOf(parsed.root) as object)).toEqual(['__proto__']);
  });

  test('refuses 1,000 levels, those around the text included, and takes 999', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect([accepts(deep(999)), accepts(deep(1000))]).toEqual([true, false]);
    expect(parsePositioned(deep(999), 1)).toEqual({ ok: false, problem: 'too-deep', at: 998 });
  });

  test('finds the value at a path', () => {
    const text = '{"a": [1, {"b/~": "x"}]}';
    const parsed = parsePositioned(text);
    const found = parsed.ok ? nodeAt(parsed.root, ['a', 1, 'b/~']) : undefined;
    expect(text.slice(found?.node.start, found?.node.end)).toBe('"x"');
    expect(pointerOf(['a', 1, 'b/~'])).toBe('/a/1/b~1~0');
  });
});
