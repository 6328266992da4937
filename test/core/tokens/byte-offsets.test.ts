import { describe, expect, test } from 'vitest';
import { byteOffsets, tokenAt } from '../../../src/core/tokens/byte-offsets.ts';

const none = new Set<string>();
const pairs = (text: string, tokens: readonly string[], added = none, trims = false) => {
  const offsets = byteOffsets(text, tokens, added, trims);
  return offsets === null
    ? null
    : Array.from({ length: tokens.length }, (_, n) => Array.from(offsets.slice(2 * n, 2 * n + 2)));
};

describe('places of byte-level tokens', () => {
  test('are code points, whatever the bytes', () => {
    expect(pairs('a 한b', ['a', 'Ġ', 'íķľ', 'b'])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
  });

  test('a token that is a part of a character covers all of it', () => {
    expect(pairs('🌊!', ['ðŁ', 'Į', 'Ĭ!'])).toEqual([
      [0, 1],
      [0, 1],
      [0, 2],
    ]);
  });

  test('an added token stands for itself', () => {
    expect(pairs('é<é>', ['Ã©', '<é>'], new Set(['<é>']))).toEqual([
      [0, 1],
      [1, 4],
    ]);
  });

  test('spaces at the edges are left out where the tokenizer says so', () => {
    expect(pairs(' a b', ['Ġa', 'Ġ', 'b'], none, true)).toEqual([
      [1, 2],
      [3, 3],
      [3, 4],
    ]);
  });

  test('are not known where the tokens are not the bytes of the text', () => {
    expect(pairs('É', ['Ã©'])).toBeNull();
    expect(pairs('ab', ['a'])).toBeNull();
    expect(pairs('a', ['a', 'b'])).toBeNull();
    expect(pairs('a', ['▁a'])).toBeNull();
  });
});

test('the token at a place is the first that covers it, or none where it was trimmed', () => {
  const parts = byteOffsets('🌊!', ['ðŁ', 'Į', 'Ĭ!'], none, false);
  const trimmed = byteOffsets(' a b', ['Ġa', 'Ġ', 'b'], none, true);
  if (parts === null || trimmed === null) throw new Error('no places');
  expect([0, 1, 2].map((point) => tokenAt(parts, point))).toEqual([0, 2, null]);
  expect([0, 1, 2, 3, 4].map((point) => tokenAt(trimmed, point))).toEqual([null, 0, null, 2, null]);
});
