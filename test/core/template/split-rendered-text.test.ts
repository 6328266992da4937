import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRenderedText } from '../../../src/core/template/split-rendered-text.ts';

describe('rendered text is cut into segments', () => {
  it('with spans in code points and each special token alone', () => {
    expect(splitRenderedText('<s>😀a😀b</s>', [[4, 6]], ['<s>', '</s>'])).toEqual([
      { text: '<s>', trained: false, special: true },
      { text: '😀', trained: false, special: false },
      { text: 'a😀', trained: true, special: false },
      { text: 'b', trained: false, special: false },
      { text: '</s>', trained: false, special: true },
    ]);
  });

  it('taking the longest special token that fits', () => {
    const texts = splitRenderedText('<|a|><|a', null, ['<|a', '<|a|>']).map(({ text }) => text);
    expect(texts).toEqual(['<|a|>', '<|a']);
  });

  it('with overlapping, unordered and empty spans as transformers leaves them', () => {
    const trained = splitRenderedText(
      'abcdef',
      [
        [3, 5],
        [1, 4],
        [2, 2],
      ],
      [],
    ).filter((segment) => segment.trained);
    expect(trained.map(({ text }) => text).join('')).toBe('bcde');
  });

  it('without losing a character', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(span),
        fc.array(fc.string({ maxLength: 3 })),
        (text, spans, tokens) => {
          expect(
            splitRenderedText(text, spans, tokens)
              .map((segment) => segment.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
