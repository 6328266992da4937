import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apartFrom, byBeginning, type Stretch } from '../../../../src/core/dataset/wording/apart-from.ts';

const stretch = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]): Stretch => [from, from + length]);
const stretches = fc.array(stretch, { maxLength: 8 }).map((all) => all.sort(byBeginning));

test('stretches that share no character with any that is taken are left', () => {
  fc.assert(
    fc.property(stretches, stretches, (all, taken) => {
      const apart = all.filter(([from, to]) => taken.every(([a, b]) => to <= a || from >= b));
      expect(apartFrom(all, taken)).toEqual(apart);
    }),
  );
});
