import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonFault, parsePythonJson } from '../../../src/core/template/python-json.ts';
import { repr } from '../../../src/core/template/values/repr.ts';
import { jsonOf } from './request-of.ts';

describe('JSON is read as Python reads it', () => {
  const read: [string, string][] = [
    ['[1, 1.0, 1e2, -0, -0.0, 1E400]', '[1, 1.0, 100.0, 0, -0.0, inf]'],
    [
      '[123456789012345678901234567890, 9007199254740993]',
      '[123456789012345678901234567890, 9007199254740993]',
    ],
    ['{"b": 1, "a": 2, "1": 3, "b": 4}', "{'b': 4, 'a': 2, '1': 3}"],
    ['[NaN, Infinity, -Infinity, null, true]', '[nan, inf, -inf, None, True]'],
    ['"\\ud83d\\ude00 \\ud83d"', "'😀 \\ud83d'"],
    [' \t\r\n"\\u0041\\/\\n"', "'A/\\n'"],
    ['{"__proto__": 1}', "{'__proto__': 1}"],
  ];
  for (const [json, python] of read) {
    it(json, () => {
      expect(repr(parsePythonJson(json))).toBe(python);
    });
  }

  const refused = [
    '',
    '01',
    '1.',
    '.5',
    '+1',
    '"a\nb"',
    "'a'",
    '[1,]',
    '{"a" 1}',
    '{"a":1,}',
    '"\\x"',
    '"\\u12"',
    '1 2',
    '\ufeff1',
    '['.repeat(1200),
    '9'.repeat(4301),
    'nul',
    '\u00a01',
  ];
  for (const json of refused) {
    it(`and refuses ${JSON.stringify(json.slice(0, 20))}`, () => {
      expect(() => parsePythonJson(json)).toThrow(JsonFault);
    });
  }

  it('and is written back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.parse(jsonOf(parsePythonJson(json)))).toEqual(JSON.parse(json));
      }),
    );
  });
});
