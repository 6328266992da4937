import { needle, textSearch, type TextSearch } from './text-search.ts';

/** A digit and what may stand between the digits of a number, as far as it takes for eight of them. */
const BEGINNING = /[0-9][0-9 .()+-]{7}/g;
const BETWEEN = new Set([...' .()+-']);

/** Eight digits with nothing but spaces and the marks of telephone numbers between them. */
export const DIGIT_RUN: TextSearch = textSearch((text, from) => {
  BEGINNING.lastIndex = from;
  while (BEGINNING.test(text)) {
    const start = BEGINNING.lastIndex - 8;
    const end = runEnd(text, start);
    if (end === null) return start;
    BEGINNING.lastIndex = end;
  }
  return text.length;
});

/** Null if the run has eight digits. */
function runEnd(text: string, start: number): number | null {
  let digits = 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (!BETWEEN.has(text.charAt(at))) return at;
    if (digits === 8) return null;
  }
}

/** What every address of mail has, and addresses that hold a password. */
export const AT_SIGN: TextSearch = needle('@');
