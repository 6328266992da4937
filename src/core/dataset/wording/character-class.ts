import { markBefore, needle } from './text-search.ts';

/** Kinds of characters that rules look for and that few texts have, as bits. */
export const characterClass = {
  control: 1,
  noBreakSpace: 2,
  zeroWidth: 4,
  /** Characters some of which are in any UTF-8 that was read as CP1252 or CP949. */
  mojibake: 8,
  /** Conjoining jamo and full-width characters. */
  otherForm: 16,
  replacement: 32,
  /** Tags and overrides of the direction of writing. */
  unseen: 64,
  hangul: 128,
  fullWidthBar: 256,
  /** Half of a pair, written as an escape. */
  escapedSurrogate: 512,
  /** A printable ASCII character written as an escape: it may be anything that a rule looks for. */
  escapedAscii: 1024,
  /** What numbers and addresses of a person may have instead of ASCII: full-width digits and at signs, hyphens and dashes. */
  likeAscii: 2048,
} as const;

type Bits = number;

const CLASSES = classes();

function classes(): Uint16Array {
  const table = new Uint16Array(0x1_0000);
  const mark = (bits: Bits, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [from, to] of ranges)
      for (let code = from; code <= to; code++) table[code] = (table[code] ?? 0) | bits;
  };
  const is = characterClass;
  mark(is.control, [0x00, 0x08], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x9f]);
  mark(is.noBreakSpace, [0xa0, 0xa0], [0x202f, 0x202f]);
  mark(is.zeroWidth, [0x200b, 0x200d], [0x2060, 0x2060], [0xfeff, 0xfeff]);
  mark(is.mojibake, [0xc2, 0xf0], [0x4e00, 0x9fff], [0xf900, 0xfaff]);
  mark(is.otherForm, [0x1100, 0x1112], [0xff01, 0xff5d]);
  mark(is.replacement, [0xfffd, 0xfffd]);
  mark(is.unseen, [0x202d, 0x202e], [0xdb40, 0xdb40]);
  mark(is.hangul, [0xac00, 0xd7a3], [0x3131, 0x318e], [0x25cb, 0x25ef]);
  mark(
    is.likeAscii,
    [0xff0d, 0xff0d],
    [0xff10, 0xff19],
    [0xff20, 0xff20],
    [0x2010, 0x2013],
    [0x2212, 0x2212],
  );
  mark(is.fullWidthBar, [0xff5c, 0xff5c]);
  return table;
}

/** An escape that may stand for a character of a class. */
export const ESCAPE = markBefore('\\', 'ubf');
export const DELETE = needle('\x7f');

/** The classes of the characters of a JSON text that are not ASCII, of its escapes, and of control characters in it. */
export function classesIn(json: string, isAscii: boolean): Bits {
  return isAscii ? ofEscapes(json) : ofAll(json);
}

function ofAll(json: string): Bits {
  let found = ofEscapes(json);
  NOT_ASCII.lastIndex = 0;
  while (NOT_ASCII.test(json)) {
    let at = NOT_ASCII.lastIndex - 1;
    for (let ascii = 0; ascii < MOST_ASCII && at < json.length; at++) {
      const code = json.charCodeAt(at);
      found |= CLASSES[code] ?? 0;
      ascii = code < 0x80 ? ascii + 1 : 0;
    }
    NOT_ASCII.lastIndex = at;
  }
  return found;
}

/** Searching for the next one is faster than looking at each character only where they are rare. */
const NOT_ASCII = /[^\0-\x7f]/g;
const MOST_ASCII = 16;

function ofEscapes(json: string): Bits {
  let found = json.includes('\x7f') ? characterClass.control : 0;
  for (let at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at + 2)) found |= ofEscape(json, at + 1);
  return found;
}

/** @param at of the character after the backslash */
function ofEscape(json: string, at: number): Bits {
  const kind = json[at];
  if (kind === 'b' || kind === 'f') return characterClass.control;
  if (kind !== 'u') return 0;
  const code = Number.parseInt(json.slice(at + 1, at + 5), 16);
  if (code >= 0xd800 && code <= 0xdfff) return characterClass.escapedSurrogate | (CLASSES[code] ?? 0);
  return code >= 0x20 && code < 0x7f ? characterClass.escapedAscii : (CLASSES[code] ?? 0);
}
