import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DigestTable } from '../../../src/core/dataset/digest-table.ts';
import type { JsonValue } from '../../../src/core/dataset/json-value.ts';
import { ValueDigest } from '../../../src/core/dataset/value-digest.ts';

function digestOf(value: JsonValue): string {
  const digest = new ValueDigest();
  digest.add(value);
  return digest.digest(new Int32Array(4)).join(' ');
}

/** The same value with the keys of its objects in the opposite order. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

const json = fc.jsonValue() as fc.Arbitrary<JsonValue>;

describe('the digest of a value', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(digestOf(reversed(value))).toBe(digestOf(value));
      }),
    );
  });

  test('differs for values that differ', () => {
    const different = fc.uniqueArray(json, {
      selector: (value) => canonical(value),
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(different, (values) => {
        expect(new Set(values.map(digestOf)).size).toBe(values.length);
      }),
    );
  });

  test('differs for texts that differ in one or two places', () => {
    const texts = new Set<string>();
    for (let n = 0; n < 200; n++)
      for (let m = 0; m < 200; m++) texts.add(`The answer to ${n} and of course to ${m} is known`);
    expect(new Set([...texts].map(digestOf)).size).toBe(texts.size);
  });
});

describe('the table of digests', () => {
  test('names the first row that had a digest, through growth', () => {
    const table = new DigestTable();
    const word = (n: number) => new Int32Array([n % 7, n, 0, 0]);
    for (let n = 1; n <= 5000; n++) expect(table.firstOf(word(n), n)).toBeNull();
    for (let n = 1; n <= 5000; n++) expect(table.firstOf(word(n), 9999)).toBe(n);
  });
});

function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === 0 ? 0 : value);
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${entries.toSorted().join()}}`;
}
