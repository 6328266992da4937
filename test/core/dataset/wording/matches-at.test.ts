import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesAt } from '../../../../src/core/dataset/wording/matches-at.ts';
import { stemsOf } from '../../../../src/core/dataset/wording/pattern-stems.ts';
import { wordBeginnings } from '../../../../src/core/dataset/wording/word-beginnings.ts';

const WORDS = '(?:the )?(?:irish|old[- ]people)|people from (?:the )?south|people';
const search = wordBeginnings(stemsOf(WORDS));
const part = fc.constantFrom(
  'the ',
  'Irish',
  'old-people',
  'old',
  ' people',
  ' from the south',
  ' are',
  'x',
  '\n',
  ' ',
  '1',
  '\\',
);

test('a pattern that is tried where its words begin finds what it finds anywhere', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const everywhere = [...text.matchAll(new RegExp(`\\b(?:${WORDS})\\b`, 'gi'))];
      const there = matchesAt(new RegExp(`\\b(?:${WORDS})\\b`, 'iy'), search, text);
      expect(there.map(({ index, 0: whole }) => [index, whole])).toEqual(
        everywhere.map(({ index, 0: whole }) => [index, whole]),
      );
      found += there.length;
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(300);
});
