import { describe, expect, it } from 'vitest';
import { RawIndexFinder, rawIndex } from '../../../../src/core/dataset/json/locate.ts';

const TEXT = '{"a": "x\\n\\u00e9\\\\y", "b": "plain", "c": "\\"é\\ud83d\\ude00z"}';

/** Of each string of the text: its quote, and where each of its characters stands. */
const STRINGS = ['"x', '"plain', '"\\"é'].map((start) => {
  const quote = TEXT.indexOf(start);
  const end = /[^\\]"[,}]/.exec(TEXT.slice(quote))?.index ?? 0;
  const length = (JSON.parse(TEXT.slice(quote, quote + end + 2)) as string).length;
  return Array.from({ length: length + 1 }, (_, index) => [quote, index] as const);
});

describe('the place of a character of a string in its JSON text', () => {
  it('counts an escape as one character', () => {
    const quote = TEXT.indexOf('"x');
    expect([0, 1, 2, 3, 4].map((index) => rawIndex(TEXT, quote, index) - quote)).toEqual([1, 2, 4, 10, 12]);
  });

  it.each([
    ['rising', STRINGS.flat()],
    ['falling', STRINGS.flat().toReversed()],
    ['to and fro', [...STRINGS.flat(), ...STRINGS.flat().toReversed(), ...STRINGS.flat()]],
  ])('is the same when many are asked for, %s', (_, asked) => {
    const finder = new RawIndexFinder(TEXT);
    const places = asked.map(([quote, index]) => finder.rawIndex(quote, index));
    expect(places).toEqual(asked.map(([quote, index]) => rawIndex(TEXT, quote, index)));
  });

  it('ends at the closing quote', () => {
    for (const places of STRINGS) {
      const [quote, length] = places.at(-1) ?? [0, 0];
      expect(TEXT[rawIndex(TEXT, quote, length)]).toBe('"');
    }
  });
});
