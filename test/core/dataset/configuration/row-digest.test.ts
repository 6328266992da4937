import { describe, expect, test } from 'vitest';
import { rowDigest } from '../../../../src/core/dataset/configuration/row-digest.ts';

describe('the digest of a row', () => {
  test('is that of its value: it survives lines that move, other spaces and another order of keys', () => {
    const digest = rowDigest('{"a": 1, "b": "é"}\n', 1);
    expect(rowDigest('\n{"text": "x"}\r\n{"b":"\\u00e9","a":1.0}\r\n', 3)).toBe(digest);
    expect(rowDigest('[\n {"a": 1, "b": "é"}]', 1)).toBe(digest);
    expect(rowDigest('{"a": 1, "b": "e"}\n', 1)).not.toBe(digest);
  });

  test('stays the same from version to version, since files keep it', () => {
    expect(rowDigest('{"text": "a", "n": [1, 2.5, null, true, {"한": "글 😀"}]}', 1)).toBe(
      'a0d917b9a1e417eecfe025ea31de5449',
    );
  });

  test('is that of the text where it is no JSON, and there is none of a blank line', () => {
    expect(rowDigest('{"a": 1}\n{"a": \n', 2)).toMatch(/^[0-9a-f]{32}$/);
    expect(rowDigest('{"a": 1}\n \n', 2)).toBeNull();
    expect(rowDigest('{"a": 1}\n', 3)).toBeNull();
  });
});
