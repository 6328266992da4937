import { describe, expect, test } from 'vitest';
import {
  anchorIn,
  pixelsARow,
  windowAround,
  windowAt,
  type RowBox,
  type RowWindow,
} from '../../../src/webview/conversations/row-window.ts';

/** Rows as they are drawn: each so high, the first one beginning at `top`. */
function boxes({ first, last }: RowWindow, top: number, height = 100): RowBox[] {
  return Array.from({ length: last - first }, (_, n) => {
    const begin = top + n * height;
    return { position: first + n, top: begin, bottom: begin + height };
  });
}

/** Draws until nothing more is to be drawn. */
function settled(start: RowWindow, top: number, count: number, height: number): RowWindow {
  let shown = start;
  let begin = top;
  for (let n = 0; n < 100; n++) {
    const next = windowAround(boxes(shown, begin, height), 800, count);
    if (next.first === shown.first && next.last === shown.last) return shown;
    begin += (next.first - shown.first) * height;
    shown = next;
  }
  throw new Error('it never settles');
}

describe('the rows that are drawn', () => {
  test.each([20, 60, 100, 700, 5_000])('fill the view and some more, rows being %i high', (height) => {
    const { first, last } = settled(windowAt(5_000, 10_000), -8 * height, 10_000, height);
    expect((5_000 - first) * height).toBeGreaterThanOrEqual(800);
    expect((last - 5_000) * height).toBeGreaterThanOrEqual(1_600);
    expect(last - first).toBeLessThan(30 + 6_000 / height);
  });

  test('are all of a short list', () => {
    expect(settled(windowAt(0, 3), 0, 3, 100)).toEqual({ first: 0, last: 3 });
    expect(windowAround([], 800, 0)).toEqual({ first: 0, last: 0 });
  });

  test('end with the list', () => {
    const { last } = settled(windowAt(9_999, 10_000), -700, 10_000, 100);
    expect(last).toBe(10_000);
  });
});

test('the scroll bar of any list is one that browsers can draw', () => {
  expect(pixelsARow(10)).toBe(120);
  expect(pixelsARow(5_000_000) * 5_000_000).toBeCloseTo(8_000_000);
});

test('the place is kept by the row that begins in view, or by one that fills it', () => {
  expect(anchorIn(boxes({ first: 3, last: 6 }, -40), 800)?.position).toBe(4);
  expect(anchorIn(boxes({ first: 3, last: 4 }, -40, 2_000), 800)?.position).toBe(3);
  expect(anchorIn(boxes({ first: 3, last: 4 }, -400), 800)).toBeNull();
});
