import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIGEST_WORDS } from '../../../../src/core/dataset/comparing/digest.ts';
import { DigestTable } from '../../../../src/core/dataset/comparing/digest-table.ts';
import type { JsonValue } from '../../../../src/core/dataset/json/json-value.ts';
import { parseRow } from '../../../../src/core/dataset/reading/parse-row.ts';
import { ValueDigest } from '../../../../src/core/dataset/comparing/value-digest.ts';

function digestOf(value: JsonValue): string {
  const digest = new ValueDigest();
  digest.add(value);
  return digest.digest(new Int32Array(DIGEST_WORDS)).join(' ');
}

function digestOfRow(text: string): string {
  const words = new Int32Array(DIGEST_WORDS);
  parseRow(text, 0, new ValueDigest(), words);
  return words.join(' ');
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

  test('differs for texts of NULs, numbers, null, booleans and empty containers, wherever they stand', () => {
    const bare = [null, true, false, [], {}, 5e-324, -5e-324, ...Array.from({ length: 40 }, (_, n) => n)];
    const nuls = Array.from({ length: 40 }, (_, n) => '\0'.repeat(n));
    const leaves: JsonValue[] = [...bare, ...nuls, '\0a', 'a\0', '\0'.repeat(16) + 'a', '\0\ud800'];
    const values = leaves.flatMap((leaf): JsonValue[] => [
      leaf,
      [leaf],
      [leaf, leaf],
      [[leaf]],
      { '': leaf },
      { '\0': leaf },
      { a: leaf },
      { a: [leaf] },
      { a: { '\0\0': leaf, b: null } },
      ...(typeof leaf === 'string' ? [{ [`k${leaf}`]: 1 }, { [`k${leaf}`]: null }] : []),
    ]);
    const distinct = new Set(values.map(canonical));
    expect(new Set(values.map(digestOf)).size).toBe(distinct.size);
  });

  test('differs for values made of what digests are made of', () => {
    const text = fc.string({ unit: fc.constantFrom('\0', '\u0001', 'a', 'é', '\ud800'), maxLength: 34 });
    const leaf = fc.oneof(text, fc.constantFrom(null, true, false, 0, 1, 2, 4, 5e-324, 16), fc.integer());
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const different = fc.uniqueArray(value, { selector: canonical, minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(different, (values) => {
        expect(new Set(values.map(digestOf)).size).toBe(values.length);
      }),
    );
  });

  test('differs for an integer that no float holds and the text by which it is told apart', () => {
    const rows = [
      '[9007199254740993]',
      '["\\u0000integer 9007199254740993"]',
      '["\\u0000\\u0000integer 9007199254740993"]',
      '["\\u0000integer 9007199254740993", 1e300]',
      '[9007199254740993, 1e300]',
    ];
    expect(new Set(rows.map(digestOfRow)).size).toBe(rows.length);
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
