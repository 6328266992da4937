import { expect, test } from 'vitest';
import { parseValue } from '../../../../../src/core/dataset/prepare/convert/parse-value.ts';
import { parseRow } from '../../../../../src/core/dataset/reading/parse-row.ts';
import { ValueDigest } from '../../../../../src/core/dataset/comparing/value-digest.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each([
  ['a row', '{"a": [1, 2.5, null, true, "b"], "c": {}}'],
  ['what is no JSON', '{"a": 1'],
  ['nothing', ''],
  ['numbers that Python alone reads', '[NaN, -Infinity]'],
  ['a float that no float holds', '1e999'],
  ['an integer that no float holds', '9007199254740993'],
  ['an integer of as many digits as Python reads', `{"a": ${'9'.repeat(4_300)}}`],
  ['an integer of more', `{"a": ${'9'.repeat(4_301)}}`],
  ['as many levels as are read', nested(998)],
  ['one more', nested(999)],
  ['two more', nested(1_000)],
  ['three more', nested(1_001)],
  ['a key of its own', '{"__proto__": {"a": 1}}'],
])('%s is read as by the linter', (_, text) => {
  for (const depth of [0, 1]) {
    const row = parseRow(text, depth, new ValueDigest(), new Int32Array(4));
    expect(parseValue(text, depth)).toEqual(row.ok ? row.value : undefined);
  }
});
