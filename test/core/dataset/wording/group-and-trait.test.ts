import { describe, expect, test } from 'vitest';
import { groupsAndTraitsIn } from '../../../../src/core/dataset/wording/group-and-trait.ts';

describe('a trait of a group is found however the group is named', () => {
  test.each([
    ['Immigrants are lazy.', 'Immigrants … lazy'],
    ['"Undocumented immigrants are lazy."', 'Undocumented immigrants … lazy'],
    ['the French are always arrogant', 'the French … arrogant'],
    ['They say: OLD PEOPLE ARE SLOW.', 'OLD PEOPLE … SLOW'],
    ['Why are so many engineers so awkward?', 'engineers … awkward'],
    ["Don't trust the British.", "British … Don't trust"],
    ['How greedy bankers are!', 'bankers … greedy'],
    ['흑인은 게으르다.', '흑인 … 게으르'],
    ['"30대 남자는 다 이기적이다."', '30대 남자 … 이기적이다'],
    ['MZ세대는 무책임하다.', 'MZ세대 … 무책임하다'],
    ['X세대는 이기적이다.', 'X세대 … 이기적이다'],
    ['우즈베키스탄 사람들은 게으르다.', '우즈베키스탄 사람 … 게으르'],
  ])('%s', (text, words) => {
    expect(groupsAndTraitsIn(text).map((each) => each.words)).toEqual([
      expect.stringContaining(words.slice(0, -1)),
    ]);
  });

  test('but not within a word', () => {
    expect(groupsAndTraitsIn('Xwomen are lazy. 외국한국인은 게으르다.')).toEqual([]);
  });
});
