import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PreviewText } from '../../src/core/protocol/preview-contract.ts';
import { lineAt, linePieces, textLines } from '../../src/webview/preview/text-lines.ts';

function bodyOf(text: string, more: Partial<PreviewText> = {}): PreviewText {
  const stretches = [{ start: 0, owner: { kind: 'template' } as const }];
  return {
    kind: 'rendered',
    text,
    stretches,
    special: [],
    trained: [],
    training: 'answers',
    dated: [],
    ...more,
  };
}

describe('the text as lines', () => {
  test('ends each with its line break', () => {
    const body = bodyOf('a\n\nbc\n');
    const texts = textLines(body.text, body.stretches).map(({ start, end }) => body.text.slice(start, end));
    expect(texts).toEqual(['a\n', '\n', 'bc\n']);
  });

  test('begins one where a message begins, also within a line', () => {
    const stretches = [0, 2, 5].map((start) => ({ start, owner: { kind: 'template' } as const }));
    expect(textLines('abcd\nef', stretches)).toEqual([
      { start: 0, end: 2, stretch: 0 },
      { start: 2, end: 5, stretch: 1 },
      { start: 5, end: 7, stretch: 2 },
    ]);
  });

  test('cuts a line that is too long, behind a space where there is one, never inside of a character', () => {
    const words = 'twelve chars '.repeat(1000);
    const cut = textLines(words, bodyOf(words).stretches);
    expect(cut.length).toBeGreaterThan(6);
    for (const { end } of cut) expect(words[end - 1]).toBe(' ');
    const faces = `x${'😀'.repeat(3000)}`;
    for (const { start, end } of textLines(faces, bodyOf(faces).stretches))
      expect(() => encodeURIComponent(faces.slice(start, end))).not.toThrow();
  });

  test('is the text again when it is put together', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '한', '😀'.repeat(900)), maxLength: 30 });
    fc.assert(
      fc.property(text, (whole) => {
        const lines = textLines(whole, bodyOf(whole).stretches);
        expect(lines.map(({ start, end }) => whole.slice(start, end)).join('')).toBe(whole);
        for (const [i, line] of lines.entries()) {
          expect(lineAt(lines, line.start)).toBe(i);
          expect(lineAt(lines, line.end - 1)).toBe(i);
        }
      }),
    );
  });
});

describe('a line as pieces', () => {
  const body = bodyOf('<s>user\nHi', { special: [0, 3], trained: [5, 10] });

  test('is cut where its look changes, with its line break apart', () => {
    const firstLine = textLines(body.text, body.stretches).slice(0, 1);
    const pieces = firstLine.flatMap((line) => linePieces(body, [4, 6], line));
    const looks = pieces.map(({ start, end, special, trained, marked, isBreak }) => [
      body.text.slice(start, end),
      [special && 'special', trained && 'trained', marked && 'marked', isBreak && 'break']
        .filter(Boolean)
        .join(' '),
    ]);
    expect(looks).toEqual([
      ['<s>', 'special'],
      ['u', ''],
      ['s', 'marked'],
      ['e', 'trained marked'],
      ['r', 'trained'],
      ['\n', 'trained break'],
    ]);
  });

  test('gives all of its characters, whatever is marked', () => {
    const ranges = fc
      .uniqueArray(fc.nat(10), { maxLength: 6 })
      .map((edges) => edges.toSorted((a, b) => a - b).slice(0, edges.length - (edges.length % 2)));
    fc.assert(
      fc.property(ranges, ranges, ranges, (special, trained, marks) => {
        const marked = bodyOf(body.text, { special, trained });
        const pieces = textLines(body.text, marked.stretches).flatMap((line) =>
          linePieces(marked, marks, line),
        );
        expect(pieces.map(({ start, end }) => body.text.slice(start, end)).join('')).toBe(body.text);
        for (const { start, end, trained: isTrained } of pieces)
          for (let at = start; at < end; at++)
            expect(isTrained).toBe(
              trained.some((edge, i) => i % 2 === 0 && edge <= at && at < trained[i + 1]!),
            );
      }),
    );
  });
});
