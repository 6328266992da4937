import { describe, expect, test } from 'vitest';
import { rowLabel, rowLabelHover, rowLabelWidth } from '../../../../src/core/dataset/row/row-label.ts';

const row = { row: 1, line: 1, turns: 3, worst: null };

describe('the label in front of a row', () => {
  test('says the turns, and one turn in the singular', () => {
    expect(rowLabel(row, undefined, 'en').trim()).toBe('3\u00a0turns');
    expect(rowLabel({ ...row, turns: 1 }, undefined, 'en').trim()).toBe('1\u00a0turn');
    expect(rowLabel(row, undefined, 'ko').trim()).toBe('3턴');
  });

  test('says the tokens once they are counted, and only then', () => {
    expect(rowLabel(row, 1412, 'en').trim()).toBe('3\u00a0turns\u00a0·\u00a01,412');
    expect(rowLabel(row, null, 'en').trim()).toBe('3\u00a0turns');
  });

  test('has the same width for every row of a file', () => {
    const labels = [1, 20, null, 30_000].map((tokens) => rowLabel(row, tokens, 'en'));
    const dots = [1, 20, 30_000].map((tokens) => rowLabel(row, tokens, 'en').indexOf('·'));
    expect(new Set(dots).size).toBe(1);
    expect(new Set(labels.map((label) => label.length))).toEqual(new Set([rowLabelWidth.tokens]));
  });

  test('is explained in its hover, where there is room for words', () => {
    expect(rowLabelHover(row, 43, 'en')).toBe('3 turns · 43 tokens');
    expect(rowLabelHover(row, undefined, 'en')).toBe('3 turns');
    expect(rowLabelHover(row, 43, 'ko')).toBe('3턴 · 43토큰');
  });

  test('marks a row with an error, and a row that is no conversation', () => {
    expect(rowLabel({ ...row, worst: 'error' }, undefined, 'en')).toMatch(/!$/);
    expect(rowLabel({ ...row, turns: null }, undefined, 'en').trim()).toBe('–');
  });
});
