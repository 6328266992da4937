import { describe, expect, test } from 'vitest';
import { comparisonOf } from '../../../src/core/template/preview-comparison.ts';
import type { PreviewRendering } from '../../../src/core/template/preview-rendering.ts';

function side(template: string, text: string) {
  const pieces = text.split('').map((_, i) => ({
    length: 1,
    template: [i, i + 1] as [number, number],
    data: null,
  }));
  const rendering: PreviewRendering = {
    kind: 'rendered',
    text,
    pieces,
    stretches: [],
    special: [],
    answers: 0,
    trained: [],
    training: 'everything',
    tokens: null,
    dated: null,
    variables: [],
  };
  return { template, rendering };
}

const compared = (ours: string, theirs: string) =>
  comparisonOf('Other', side(ours, ours), side(theirs, theirs), 'en');

describe('another template', () => {
  test('differs from a character on, which a line of each template wrote', () => {
    expect(compared('a\nbc', 'a\nbd')).toEqual({
      sentence: 'Other differs from character 4 on: here line 2 writes "c", there line 2 writes "d".',
      at: 3,
    });
  });

  test('may end first', () => {
    expect(compared('ab', 'a').sentence).toBe(
      'Other differs from character 2 on: here line 1 writes "b", there the text ends.',
    );
  });

  test('may give the same', () => {
    expect(compared('ab', 'ab')).toEqual({ sentence: 'Other renders the same text.', at: null });
  });

  test('may refuse the row', () => {
    const refused: PreviewRendering = {
      kind: 'refused',
      error: { message: 'no', line: 3 },
      path: null,
      variables: [],
    };
    const { sentence } = comparisonOf('Other', side('a', 'a'), { template: '', rendering: refused }, 'en');
    expect(sentence).toBe('Other refuses this row: The chat template refuses this row on line 3: no.');
  });
});
