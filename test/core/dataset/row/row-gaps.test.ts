import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, RowGaps } from '../../../../src/core/dataset/row/row-gaps.ts';

const GAPS = ['[Name]', '[Your Name]', '<your name>', '[이름]'];
const part = fc.constantFrom(...GAPS, '[', ']', '<', '>', '[[', ' ', 'Name', '"', '\\n', '가');

test('a gap is counted wherever it stands in a row', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const row = new RowGaps(text);
      for (const gap of GAPS) {
        expect(row.countOf(gap)).toBe(text.split(gap).length - 1);
        expect(countsOf(text).get(gap) ?? 0).toBe(text.split(gap).length - 1);
      }
    }),
    { numRuns: 500 },
  );
});
