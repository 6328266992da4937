import { textMark } from '../marks/text-mark.ts';
import { needle, textSearch, type TextSearch } from '../wording/text-search.ts';

/** A digit and what may stand between the digits of a number, up to the ninth digit: a date has eight. */
const BEGINNING = /[0-9][0-9 .()+-]{8}/g;
const LEAST_DIGITS = 9;
const MARKS = ' .()+-';

/** Nine digits with nothing but spaces and telephone punctuation between them: no number that identifies a person is shorter. */
export const DIGIT_RUN: TextSearch = textSearch((text, from) => {
  BEGINNING.lastIndex = from;
  while (BEGINNING.test(text)) {
    const start = BEGINNING.lastIndex - LEAST_DIGITS;
    const end = endOfShortRun(text, start);
    if (end === null) return start;
    BEGINNING.lastIndex = end;
  }
  return text.length;
}, textMark.numberRun);

/** Null if the run has enough digits. */
function endOfShortRun(text: string, start: number): number | null {
  let digits = 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (at >= text.length || !MARKS.includes(text.charAt(at))) return at;
    if (digits === LEAST_DIGITS) return null;
  }
}

/** What every e-mail address has, and every URL that holds a password. */
export const AT_SIGN: TextSearch = needle('@');
