import { SPECIAL_TOKEN } from './special-token.ts';

/** What would be a special token, but for odd characters in it, and where it stands with them, in UTF-16 units. */
interface DisarmedToken {
  readonly token: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The special tokens that a text has once all fixes of character rules have been applied, and has not as it is: people write a
 * token in a harmless way by putting a character into it that nobody sees.
 */
export class DisarmedTokens {
  readonly #text: string;
  #tokens: readonly DisarmedToken[] | null = null;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The token that a run of characters is part of; null if it is part of none. Runs are asked about in their order. */
  around(from: number, to: number): string | null {
    if (!isInBrackets(this.#text, from, to)) return null;
    this.#tokens ??= disarmedTokens(this.#text);
    let token = this.#tokens[this.#next];
    while (token !== undefined && token.to <= from) token = this.#tokens[++this.#next];
    return token !== undefined && token.from < to ? token.token : null;
  }
}

/** More units than any token has, with a character between each two of its own. */
const REACH = 200;
const OPENING = /[<[\uff1c\uff3b]/;
const CLOSING = /[>\]\uff1e\uff3d]/;

/** Whether a token could stand around a run: nearly all runs stand in none, and the whole text need not be looked at. */
function isInBrackets(text: string, from: number, to: number): boolean {
  return (
    OPENING.test(text.slice(Math.max(0, from - REACH), to)) && CLOSING.test(text.slice(from, to + REACH))
  );
}

function disarmedTokens(text: string): DisarmedToken[] {
  const plain = text.replaceAll(REMOVED, '').replaceAll(WRITTEN_OTHERWISE, (each) => each.normalize('NFKC'));
  const found: DisarmedToken[] = [];
  let places: Int32Array | null = null;
  for (const { index, 0: token } of plain.matchAll(SPECIAL_TOKEN)) {
    places ??= placesLeft(text, plain.length);
    const from = places[index] ?? 0;
    const to = (places[index + token.length - 1] ?? 0) + 1;
    if (text.slice(from, to) !== token) found.push({ token, from, to });
  }
  return found;
}

/** What fixes take away. */
const REMOVED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200d\u2060\ufeff]+/g;
/** What they write as ASCII, one for one; not the bar that some tokens are written with. */
const WRITTEN_OTHERWISE = /[\u00a0\u202f\u3000\uff01-\uff5b\uff5d]/g;

/** Where each unit stood that is left when all is taken away. */
function placesLeft(text: string, length: number): Int32Array {
  const places = new Int32Array(length);
  let left = 0;
  let at = 0;
  for (const { index, 0: run } of text.matchAll(REMOVED)) {
    while (at < index) places[left++] = at++;
    at += run.length;
  }
  while (left < length) places[left++] = at++;
  return places;
}
