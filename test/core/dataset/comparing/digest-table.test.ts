import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DigestTable } from '../../../../src/core/dataset/comparing/digest-table.ts';

// Few values of the first word, so that entries crowd into the same slots.
const digest = fc.tuple(...[7, 3, 3, 40].map((max) => fc.integer({ min: -max, max })));

test('it names the first row of every digest, however many there are and however often it grew', () => {
  fc.assert(
    fc.property(fc.array(digest, { minLength: 1, maxLength: 3000, size: 'max' }), (digests) => {
      const table = new DigestTable();
      const first = new Map<string, number>();
      for (const [index, words] of digests.entries()) {
        const row = index + 1;
        const known = first.get(words.join()) ?? null;
        expect(table.firstOf(Int32Array.from(words), row)).toBe(known);
        if (known === null) first.set(words.join(), row);
      }
    }),
    { numRuns: 20 },
  );
});
