/**
 * Whether a text holds characters of one kind in a row, found without looking at all of it: of a run of n characters every
 * n-th of the text hits one.
 */
function hasRun(text: string, isOfKind: Uint8Array, length: number, accepts: Accepts | null): boolean {
  for (let at = length - 1; at < text.length; at += length) {
    if (isOfKind[text.charCodeAt(at)] !== 1) continue;
    let from = at;
    while (from > 0 && isOfKind[text.charCodeAt(from - 1)] === 1) from--;
    let to = at + 1;
    while (to < text.length && isOfKind[text.charCodeAt(to)] === 1) to++;
    if (to - from >= length && (accepts === null || accepts(text, from, to))) return true;
    at = to;
  }
  return false;
}

type Accepts = (text: string, from: number, to: number) => boolean;

function kind(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const DIGITS = '0123456789';
const TOKEN = kind(`abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ${DIGITS}_-`);
const NUMBER = kind(`${DIGITS} -.()+`);

/** Twenty letters, digits, underscores and hyphens without a break: the least that a key or token has. */
export function hasTokenRun(text: string): boolean {
  return hasRun(text, TOKEN, 20, null);
}

/** Eight digits with nothing but spaces and the marks of telephone numbers between them. */
export function hasDigitRun(text: string): boolean {
  return hasRun(text, NUMBER, 8, hasEightDigits);
}

function hasEightDigits(text: string, from: number, to: number): boolean {
  let digits = 0;
  for (let at = from; at < to && digits < 8; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  return digits === 8;
}
