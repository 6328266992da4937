import { rowCode } from '../row-code/row-code.ts';
import { textSearch, type TextSearch } from './text-search.ts';

/**
 * Looks for the beginnings of words, in either case: of words in Latin letters only where no letter stands before them, of others anywhere.
 * A backslash and the letter of its escape may stand before a word, since the text is JSON.
 * @param stems in lower case, none of them empty; those in Latin letters have two characters of ASCII at least
 */
export function wordBeginnings(stems: readonly string[]): TextSearch {
  const table = new StemTable(stems);
  const next = (text: string, from: number): number => {
    let isInWord = false;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const letter = code < ASCII ? (LETTERS[code] ?? 0) : 0;
      if (letter === 0) {
        isInWord = false;
        if (code >= ASCII && table.isStem(text, at, code)) return at;
      } else if (!isInWord) {
        if (table.isStem(text, at, letter)) return at;
        isInWord = text.charCodeAt(at - 1) !== BACKSLASH;
      }
    }
    return text.length;
  };
  const beginnings = firstLetters(stems);
  const mayBeIn: TextSearch['mayBeIn'] = (bytes, from, to) =>
    rowCode().mayHoldBeginning(beginnings, bytes, from, to);
  return { ...textSearch(next), mayBeIn };
}

/** Letters of a stem that are looked at in bytes, five bits each. */
const LOOKED = 4;
const LETTER = 5;

/** The first letters of stems as assembly/word-beginnings.ts reads them: a bit for each four, 0 standing for what is no letter. */
function firstLetters(stems: readonly string[]): Uint8Array {
  const bits = new Uint8Array(1 << (LOOKED * LETTER - 3));
  for (const stem of stems) {
    const looked = Math.min(stem.length, LOOKED);
    let first = 0;
    for (let n = 0; n < looked; n++) first = (first << LETTER) | numberOf(stem.charCodeAt(n));
    // whatever may follow a shorter one
    const open = LETTER * (LOOKED - looked);
    for (let each = first << open; each < (first + 1) << open; each++)
      bits[each >> 3] = (bits[each >> 3] ?? 0) | (1 << (each & 7));
  }
  return bits;
}

/** 1 to 26 for a Latin letter, 0 for any other character. */
function numberOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x60 : 0;
}

const ASCII = 0x80;
const BACKSLASH = 0x5c;
/** By the code of a Latin letter: that of its lower case. */
const LETTERS = new Uint8Array(ASCII);
for (let code = 0x61; code <= 0x7a; code++) LETTERS[code] = LETTERS[code - 0x20] = code;

/** Stems by their first two characters; these alone tell of most words that they begin with no stem. */
class StemTable {
  readonly #begins = new Uint8Array(0x1_0000);
  readonly #pairs = new Uint8Array(ASCII * ASCII);
  readonly #byBeginning = new Map<number, string[]>();

  constructor(stems: readonly string[]) {
    for (const stem of stems) {
      const first = stem.charCodeAt(0);
      const second = stem.length > 1 ? stem.charCodeAt(1) : 0;
      this.#begins[first] = 1;
      if (first < ASCII && second < ASCII) this.#pairs[first * ASCII + second] = 1;
      const key = keyOf(first, second);
      this.#byBeginning.set(key, [...(this.#byBeginning.get(key) ?? []), stem]);
    }
  }

  /** @param code of the character at the index, in lower case */
  isStem(text: string, at: number, code: number): boolean {
    if (this.#begins[code] !== 1) return false;
    const second = lower(text.charCodeAt(at + 1));
    if (code < ASCII) {
      if (second >= ASCII || this.#pairs[code * ASCII + second] !== 1) return false;
    } else if (this.#byBeginning.has(keyOf(code, 0))) return true;
    return this.#byBeginning.get(keyOf(code, second))?.some((stem) => isAt(text, at, stem)) ?? false;
  }
}

function isAt(text: string, at: number, stem: string): boolean {
  for (let n = 2; n < stem.length; n++)
    if (lower(text.charCodeAt(at + n)) !== stem.charCodeAt(n)) return false;
  return true;
}

function keyOf(first: number, second: number): number {
  return first * 0x1_0000 + second;
}

/** A Latin letter in lower case, any other code as it is. */
function lower(code: number): number {
  const letter = code < ASCII ? (LETTERS[code] ?? 0) : 0;
  return letter === 0 ? code : letter;
}
