import { describe, expect, test } from 'vitest';
import {
  isKeptByUjson,
  isRefusedByUjson,
  readByUjson,
  writtenByUjson,
} from '../../../../src/core/dataset/loading/ujson-number.ts';
import { isReadByUjson } from '../../../../src/core/dataset/loading/ujson-text.ts';

/** What pandas 3.1.1 said. */
describe("numbers go through pandas' ujson as they do there", () => {
  test.each([
    ['0.7', 0.7000000000000001],
    ['0.5', 0.5],
    ['-0.1', -0.1],
    ['0.3333333333', 0.33333333330000003],
    ['1.50', 1.5],
    ['1e5', 100000],
  ])('%s is read as %d', (literal, value) => {
    expect(readByUjson(literal)).toBe(value);
  });

  test.each([
    [0.7, '0.7'],
    [1 / 3, '0.3333333333'],
    [1e-12, '0.0'],
    [1e-16, '1e-16'],
    [123456.123456789, '123456.123456789'],
    [-2.5, '-2.5'],
    [1e22, '1e+22'],
    [0.99999999999, '1.0'],
    [Infinity, 'null'],
    [-Infinity, 'null'],
  ])('%d is written as %s', (value, text) => {
    expect(writtenByUjson(value)).toBe(text);
  });

  test.each([
    ['0.5', true],
    ['100.25', true],
    ['0.7', false],
    ['1e-12', false],
    ['1e999', false],
    ['-1E400', false],
  ])('%s is kept: %s', (literal, kept) => {
    expect(isKeptByUjson(literal)).toBe(kept);
  });

  test.each([
    ['18446744073709551615', false],
    ['18446744073709551616', true],
    ['-9223372036854775808', false],
    ['-9223372036854775809', true],
    ['18446744073709551615.5', false],
    ['18446744073709551616.0', true],
    ['100000000000000000000.0', true],
    ['-9223372036854775809.0', true],
    ['100000000000000000000e-19', true],
    ['1e20', false],
    ['1.23456789012345678901e20', false],
    ['30000000000000000000', false], // wraps around to a larger one, which is not seen
  ])('the number %s is refused: %s', (literal, refused) => {
    expect(isRefusedByUjson(literal)).toBe(refused);
  });
});

describe("texts are JSON to pandas' ujson", () => {
  const values = [
    '42',
    ' 42 ',
    '007',
    '1.',
    '1e',
    '-',
    'NaN',
    '-Infinity',
    'null',
    '"x"',
    '[1, 2]',
    '{"a": 1}',
    '1e20',
    '{"18446744073709551616": 1e20}',
  ];
  test.each(values)('%j', (text) => expect(isReadByUjson(text)).toBe(true));

  const others = [
    '',
    ' ',
    '+1',
    '.5',
    'True',
    '1 2',
    '[1, 2] x',
    '{a: 1}',
    '"a',
    '18446744073709551616',
    '18446744073709551616.0',
    '[18446744073709551616]',
    '{"a": -100000000000000000000.0}',
    '1\u00a0',
  ];
  test.each(others)('but not %j', (text) => expect(isReadByUjson(text)).toBe(false));
});
