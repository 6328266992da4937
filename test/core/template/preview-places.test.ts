import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePositioned, type JsonNode } from '../../../src/core/dataset/json/positioned-json.ts';
import {
  pieceAt,
  renderedFromRow,
  renderedFromTemplate,
  rowCharacters,
  rowPlaceAt,
} from '../../../src/core/template/preview-places.ts';
import type { TracePiece } from '../../../src/core/template/trace/trace-piece.ts';

function rootOf(json: string): JsonNode {
  const read = parsePositioned(json);
  if (!read.ok) throw new Error(json);
  return read.root;
}

/** `<s>` + the content + `7`. */
const pieces: TracePiece[] = [
  { length: 3, template: [0, 3], data: null },
  { length: 4, template: [5, 20], data: { path: ['messages', 0, 'content'], offset: 1 } },
  { length: 1, template: [25, 30], data: { path: ['n'], offset: null } },
];

describe('a character of the text', () => {
  test('belongs to a piece', () => {
    expect([0, 2, 3, 6, 7].map((at) => pieceAt(pieces, at)?.start)).toEqual([0, 0, 3, 3, 7]);
    expect([-1, 8].map((at) => pieceAt(pieces, at))).toEqual([undefined, undefined]);
  });

  test('leads to the characters of the row, escapes and surrogates counted as they are written', () => {
    const row = String.raw`{"messages":[{"content":"x\"\ud83d\ude00\\b"}],"n":7}`;
    const found = rowCharacters(row, rootOf(row), pieces[1]!.data!, 4, 1);
    expect(row.slice(found?.whole.start, found?.whole.end)).toBe(String.raw`\"\ud83d\ude00\\`);
    expect(row.slice(found?.character.start, found?.character.end)).toBe(String.raw`\ud83d`);
    const number = rowCharacters(row, rootOf(row), pieces[2]!.data!, 1, 0);
    expect(row.slice(number?.whole.start, number?.whole.end)).toBe('7');
    expect(rowCharacters('{}', rootOf('{}'), pieces[1]!.data!, 4, 0)).toBeUndefined();
  });
});

describe('a place of the row', () => {
  const row = String.raw`{"messages": [{"role": "user", "content": "a\nb"}], "n": 7}`;
  const placeAt = (at: number) => rowPlaceAt(row, rootOf(row), at);

  test('is a character of a string, a value, or the value of a key', () => {
    expect(placeAt(row.indexOf(String.raw`\n`))).toEqual({ path: ['messages', 0, 'content'], offset: 1 });
    expect(placeAt(row.indexOf(String.raw`\n`) + 1)).toEqual({ path: ['messages', 0, 'content'], offset: 1 });
    expect(placeAt(row.indexOf('b"'))).toEqual({ path: ['messages', 0, 'content'], offset: 2 });
    expect(placeAt(row.indexOf('"content"') + 2)).toEqual({ path: ['messages', 0, 'content'], offset: null });
    expect(placeAt(row.indexOf('7'))).toEqual({ path: ['n'], offset: null });
    expect(placeAt(row.indexOf('{"role"'))).toEqual({ path: ['messages', 0], offset: null });
  });

  test('leads to the characters of the text that came from it, else to what the value became', () => {
    const content = ['messages', 0, 'content'];
    expect(renderedFromRow(pieces, { path: content, offset: 2 })).toEqual([{ start: 4, end: 5 }]);
    expect(renderedFromRow(pieces, { path: content, offset: 0 })).toEqual([{ start: 3, end: 7 }]);
    expect(renderedFromRow(pieces, { path: ['messages', 0], offset: null })).toEqual([{ start: 3, end: 7 }]);
    expect(renderedFromRow(pieces, { path: ['messages', 1], offset: null })).toEqual([]);
    expect(renderedFromRow(pieces, { path: ['messages'], offset: null })).toEqual([]);
  });
});

test('a place of the template leads to what it wrote', () => {
  expect(renderedFromTemplate(pieces, 2)).toEqual([{ start: 0, end: 3 }]);
  expect(renderedFromTemplate(pieces, 3)).toEqual([]);
  expect(renderedFromTemplate(pieces, 5)).toEqual([{ start: 3, end: 7 }]);
});

test('there and back again is the same character, however the string is escaped', () => {
  const written = fc.array(fc.constantFrom('a', '한', '😀', '\n', '"', '\\', '\u0001', '\ud800'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(written, fc.nat(), (characters, seed) => {
      const value = characters.join('');
      const row = `{"messages":[{"content":${escapedAtRandom(value, seed)}}]}`;
      const root = rootOf(row);
      const piece: TracePiece = {
        length: value.length,
        template: [0, 1],
        data: { path: ['messages', 0, 'content'], offset: 0 },
      };
      for (let index = 0; index < value.length; index++) {
        const found = rowCharacters(row, root, piece.data!, piece.length, index);
        const place = rowPlaceAt(row, root, found!.character.start);
        expect(place).toEqual({ path: ['messages', 0, 'content'], offset: index });
        expect(renderedFromRow([piece], place)).toEqual([{ start: index, end: index + 1 }]);
      }
    }),
  );
});

/** A JSON string of a value in which some characters are written as `\\uXXXX`. */
function escapedAtRandom(value: string, seed: number): string {
  let written = '';
  for (let i = 0; i < value.length; i++) {
    const unit = value.charAt(i);
    const code = value.charCodeAt(i);
    const isSurrogate = (code & 0xf800) === 0xd800;
    const mustEscape = code < 0x20 || unit === '"' || unit === '\\' || isSurrogate;
    written += mustEscape || (seed >> (i % 16)) % 2 === 1 ? `\\u${code.toString(16).padStart(4, '0')}` : unit;
  }
  return `"${written}"`;
}
