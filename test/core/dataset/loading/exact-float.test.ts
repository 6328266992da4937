import { describe, expect, test } from 'vitest';
import { isExactFloat } from '../../../../src/core/dataset/loading/exact-float.ts';
import { floatText } from '../../../../src/core/dataset/loading/float-text.ts';

describe('a float is the very number of its literal', () => {
  test.each([
    '0.0',
    '-0e5',
    '0.5',
    '9223372036854775808.0',
    '-18446744073709551616.0',
    '18446744073709551616e0',
    '1000000000000000000000',
    '0.1000000000000000055511151231257827021181583404541015625',
    '1.50000000000000000000000',
    '0.000000000000000000000000000000000001e36',
  ])('%s', (literal) => expect(isExactFloat(literal)).toBe(true));

  test.each(['0.1', '9223372036854775809.0', '4.9e-324', '1e23', '1e400', '1e-400', `0.${'1'.repeat(2000)}`])(
    'but not of %s',
    (literal) => expect(isExactFloat(literal)).toBe(false),
  );
});

/** What Python 3.11 said. */
describe('a float is shown as Python prints it', () => {
  test.each([
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [-2.5, '-2.5'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [2 ** 63, '9.223372036854776e+18'],
    [1e22, '1e+22'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [5e-324, '5e-324'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
    [NaN, 'nan'],
  ])('%d as %s', (value, text) => expect(floatText(value)).toBe(text));
});
