import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/webview/conversations/fold-text.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `line ${n + 1}`).join('\n');

describe('a text is folded after twelve lines', () => {
  test('not if it has no more', () => {
    expect(foldText(lines(12))).toEqual({ shown: lines(12), hidden: null });
    expect(foldText('')).toEqual({ shown: '', hidden: null });
  });

  test('not if the fold would hide a line or two', () => {
    expect(foldText(lines(14))).toEqual({ shown: lines(14), hidden: null });
  });

  test('saying how many lines follow', () => {
    expect(foldText(lines(40))).toEqual({ shown: lines(12), hidden: { unit: 'lines', count: 28 } });
    expect(foldText(`${lines(40)}\n`)).toEqual({ shown: lines(12), hidden: { unit: 'lines', count: 28 } });
  });

  test('in the middle of a line that is long, between words', () => {
    const text = 'word '.repeat(1_000);
    const { shown, hidden } = foldText(text);
    expect(shown.endsWith('word')).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(12 * 104);
    expect(hidden).toEqual({ unit: 'characters', count: text.length - shown.length });
  });

  test('earlier where characters are wide, and not within one', () => {
    expect(foldText('가'.repeat(5_000)).shown).toHaveLength((12 * 104) / 2);
    expect(foldText('😀'.repeat(5_000)).shown.at(-1)).not.toMatch(/[\ud800-\udbff]$/);
  });
});
