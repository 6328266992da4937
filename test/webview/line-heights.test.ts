import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimatedRows, LineHeights } from '../../src/webview/preview/line-heights.ts';

describe('heights of lines', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 });

  test('add up, whatever is corrected', () => {
    fc.assert(
      fc.property(
        heights,
        fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 90 }))),
        (list, changes) => {
          const made = new LineHeights(Float64Array.from(list));
          const plain = [...list];
          for (const [line, height] of changes) {
            if (line >= plain.length) continue;
            expect(made.set(line, height)).toBe(plain[line] !== height);
            plain[line] = height;
          }
          let top = 0;
          for (const [line, height] of plain.entries()) {
            expect(made.top(line)).toBe(top);
            expect(made.lineAt(top)).toBe(line);
            expect(made.lineAt(top + height - 1)).toBe(line);
            top += height;
          }
          expect(made.total).toBe(top);
        },
      ),
    );
  });

  test('above the first line it is the first, below the last one the last', () => {
    const made = new LineHeights(Float64Array.from([20, 20]));
    expect([made.lineAt(-100), made.lineAt(1000)]).toEqual([0, 1]);
    expect(new LineHeights(new Float64Array(0)).total).toBe(0);
  });
});

test('rows of a line: wide characters take two columns', () => {
  expect([
    estimatedRows('', 80),
    estimatedRows('x'.repeat(80), 80),
    estimatedRows('x'.repeat(81), 80),
  ]).toEqual([1, 1, 2]);
  expect([estimatedRows('한'.repeat(40), 80), estimatedRows('한'.repeat(41), 80)]).toEqual([1, 2]);
});
