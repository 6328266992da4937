import { describe, expect, test } from 'vitest';
import { rowLabel, rowLabelWidth } from '../../../src/core/dataset/row-label.ts';

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
    expect(new Set(labels.map((label) => label.length))).toEqual(new Set([rowLabelWidth.tokens]));
  });

  test('marks a row with an error, and a row that is no conversation', () => {
    expect(rowLabel({ ...row, worst: 'error' }, undefined, 'en')).toMatch(/!$/);
    expect(rowLabel({ ...row, turns: null }, undefined, 'en').trim()).toBe('–');
  });
});
