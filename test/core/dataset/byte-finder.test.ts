import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteFinder, TextByteFinder } from '../../../src/core/dataset/reading/place.ts';

/** Long enough to be encoded in parts, with surrogate pairs at all places. */
const text = fc
  .array(fc.constantFrom('a', '한', 'é', '😀'), { minLength: 4090, maxLength: 4110 })
  .map((characters) => characters.join(''));

test('a text without broken bytes has its indices at the bytes that its bytes say', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(9000), { minLength: 1, maxLength: 6 }), (whole, indices) => {
      const byBytes = new ByteFinder(new TextEncoder().encode(whole));
      const byText = new TextByteFinder(whole);
      for (const index of indices.map((each) => each % (whole.length + 1)))
        expect(byText.byteOf(index)).toBe(byBytes.byteOf(index));
    }),
    { numRuns: 50 },
  );
});

test('a surrogate pair that stands where a part would end is not cut', () => {
  const whole = `${'a'.repeat(4095)}😀b`;
  expect(new TextByteFinder(whole).byteOf(4097)).toBe(4099);
  expect(new TextByteFinder(whole).byteOf(4098)).toBe(4100);
});
