import { describe, expect, test } from 'vitest';
import { renderedExcerpt } from '../../../src/core/template/rendered-excerpt.ts';

describe('the excerpt of a rendered text', () => {
  test.each([
    ['a short text', 'a\nb', 'a\nb', 2, false],
    ['a text with a line feed at its end', 'a\nb\n', 'a\nb\n', 2, false],
    ['an empty text', '', '', 0, false],
    ['as many lines as are shown', '1\n2\n3', '1\n2\n3', 3, false],
    ['more lines than are shown', '1\n2\n3\n4\n5', '1\n2\n3', 5, true],
    ['a line that is too wide', '12345678901\nx', '1234567890…\nx', 2, true],
    ['a line of the very width', '1234567890', '1234567890', 1, false],
    ['a surrogate pair at the edge', '123456789😀😀', '123456789…', 1, true],
    ['carriage returns, which end no line of a rendering', 'a\r\nb', 'a\r\nb', 2, false],
  ])('of %s', (_, text, shown, lines, cut) => {
    expect(renderedExcerpt(text, 3, 10)).toEqual({ text: shown, lines, cut });
  });

  test('of a very long line ends after its width', () => {
    const { text, cut } = renderedExcerpt('x'.repeat(10_000_000), 20, 120);
    expect([text.length, cut]).toEqual([121, true]);
  });
});
