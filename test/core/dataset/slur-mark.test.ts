import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { stemsOf } from '../../../src/core/dataset/wording/pattern-stems.ts';
import { SLUR_MARK, slursIn } from '../../../src/core/dataset/wording/slur-words.ts';
import { isIn } from '../../../src/core/dataset/wording/text-search.ts';
import { wordBeginnings } from '../../../src/core/dataset/wording/word-beginnings.ts';

describe('the stems of a pattern', () => {
  test.each([
    ['sp[iy]ck?s?', ['spic', 'spics', 'spick', 'spicks', 'spyc', 'spycs', 'spyck', 'spycks']],
    ['(?:porch|jungle) monkeys?', ['porch monkeys', 'jungle monkeys']],
    ['wh?iggers?', ['wiggers', 'whiggers']],
    ['(?<![a-z])짱[깨개](?![발봉])|ㅄ', ['짱깨', '짱개', 'ㅄ']],
    [
      '(?:illegal |undocumented )?immigrants',
      ['immigrants', 'illegal immigrants', 'undocumented immigrants'],
    ],
    ['[1-3]0s|[- ]x', ['10s', '20s', '30s', '-x', ' x']],
    ['N[i1]gs?(?! (?:and|or) x)', ['nig', 'nigs', 'n1g', 'n1gs']],
  ])('%s', (pattern, stems) => {
    const found = stemsOf(pattern);
    // every match begins with one of them, and none is longer than it takes
    expect(found.every((stem) => stems.some((each) => each.startsWith(stem) || stem.startsWith(each)))).toBe(
      true,
    );
    expect(stems.every((stem) => found.some((each) => stem.startsWith(each)))).toBe(true);
  });

  test('what they do not know is refused', () => {
    expect(() => stemsOf('a\\d+')).toThrow(RangeError);
  });
});

describe('the beginnings of words', () => {
  const search = wordBeginnings(['chink', '틀딱', 'ㅄ']);
  test.each([
    ['a Chink in', true],
    ['"\\nchinks"', true],
    ['machink', false],
    ['chin', false],
    ['그틀딱이', true],
    ['틀', false],
    ['xㅄ', true],
  ])('%s', (text, found) => {
    expect(isIn(search, text)).toBe(found);
  });
});

test('wherever a listed word is found, its mark is', () => {
  const folder = path.resolve(import.meta.dirname, '../../fixtures/labelled');
  const rows =
    readFileSync(path.join(folder, 'slur.jsonl'), 'utf8') +
    readFileSync(path.join(folder, 'development/slur.jsonl'), 'utf8');
  let found = 0;
  for (const line of rows.split('\n')) {
    for (const text of [line, line.toUpperCase(), line.replaceAll(' ', '\\n')]) {
      const listed = slursIn(text);
      found += listed.length;
      if (listed.length > 0) expect(isIn(SLUR_MARK, text)).toBe(true);
    }
  }
  expect(found).toBeGreaterThan(100);
});
