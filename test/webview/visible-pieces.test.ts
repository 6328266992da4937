import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PreviewSegment } from '../../src/core/protocol/preview-contract.ts';
import { visiblePieces, type VisibleText } from '../../src/webview/preview/visible-pieces.ts';

const all = { characters: 1e9, pieces: 1e9 };

function textOf(visible: VisibleText): string {
  return visible.stretches.flatMap((stretch) => stretch.pieces.map((piece) => piece.text)).join('');
}

const segment = fc.record({
  text: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '한', '😀', '<'), maxLength: 20 }),
  trained: fc.boolean(),
  special: fc.boolean(),
});

test('each line break is a piece of its own and special tokens keep their mark', () => {
  const visible = visiblePieces(
    [
      { text: '<|im_start|>', trained: false, special: true },
      { text: 'user\n\nHi', trained: false, special: false },
      { text: 'Seoul.', trained: true, special: false },
    ],
    all,
  );
  expect(visible).toEqual({
    stretches: [
      {
        trained: false,
        pieces: [
          { text: '<|im_start|>', special: true },
          { text: 'user', special: false },
          { text: '\n', special: false },
          { text: '\n', special: false },
          { text: 'Hi', special: false },
        ],
      },
      { trained: true, pieces: [{ text: 'Seoul.', special: false }] },
    ],
    left: 0,
  });
});

test('with room for all, the pieces are the text, character by character', () => {
  fc.assert(
    fc.property(fc.array(segment), (segments: PreviewSegment[]) => {
      const visible = visiblePieces(segments, all);
      expect(textOf(visible)).toBe(segments.map((segment) => segment.text).join(''));
      expect(visible.left).toBe(0);
    }),
  );
});

test('with less room, the pieces are its beginning, whole characters, and the rest is counted', () => {
  fc.assert(
    fc.property(
      fc.array(segment),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (segments, characters, pieces) => {
        const whole = segments.map((segment) => segment.text).join('');
        const visible = visiblePieces(segments, { characters, pieces });
        const shown = textOf(visible);
        expect(whole.startsWith(shown)).toBe(true);
        expect(visible.left).toBe(whole.length - shown.length);
        expect(shown.length).toBeLessThanOrEqual(characters + 1);
        expect(visible.stretches.flatMap((stretch) => stretch.pieces).length).toBeLessThanOrEqual(pieces);
        expect(() => encodeURIComponent(shown)).not.toThrow();
      },
    ),
  );
});

test('a larger budget always shows more of a text that is not whole yet', () => {
  const segments = [{ text: 'x'.repeat(1000), trained: false, special: false }];
  expect(visiblePieces(segments, { characters: 400, pieces: 10 }).left).toBe(600);
  expect(visiblePieces(segments, { characters: 800, pieces: 20 }).left).toBe(200);
});
