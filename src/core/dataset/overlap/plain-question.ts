/** White space and what looks like it to a reader. */
const SPACES = /[\s\u0085]+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/**
 * A space that does not part two words: one of its neighbours is no letter or digit, or is of a script in which spaces come and go
 * (한 번 and 한번 are the same to a Korean reader).
 */
const LOOSE_SPACE =
  / (?![[\p{L}\p{M}\p{N}]--[\p{sc=Hangul}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]])|(?<![[\p{L}\p{M}\p{N}]--[\p{sc=Hangul}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]) /gv;
/** The same of ASCII alone, which is found much faster. */
const LOOSE_ASCII = / (?![a-z0-9])|(?<![a-z0-9]) /g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const SENTENCE_ENDS = new Set('.?!…。');
const DIGIT = /\p{N}/u;

/** Letters of a question that says little by itself, such as "Hi" or "계속해 주세요"; those beyond ASCII say as much as two. */
const MOST_LETTERS = 48;

/**
 * A text as it is compared with others to tell whether the same is asked: case, the form of Unicode, full-width forms, how much white space
 * there is and whether any stands beside punctuation or between Hangul, Han and kana make no difference, nor does the mark that ends it.
 * Empty where it is nothing but white space.
 */
export function plainQuestion(text: string): string {
  const isAscii = !BEYOND_ASCII.test(text);
  const folded = (isAscii ? text : composed(text))
    .toLowerCase()
    .replaceAll(SPACES, ' ')
    .trim()
    .replaceAll(isAscii ? LOOSE_ASCII : LOOSE_SPACE, '');
  return withoutEnd(folded) || folded;
}

/** Without the marks that end a sentence; after a digit `!` is a factorial. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && SENTENCE_ENDS.has(text.charAt(end - 1))) end -= 1;
  const isFactorial = text.charAt(end) === '!' && DIGIT.test(text.charAt(end - 1));
  return text.slice(0, isFactorial ? end + 1 : end);
}

function composed(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Whether a text, as `plainQuestion` gives it, is too short to say what a conversation is about. */
export function isShortQuestion(plain: string): boolean {
  if (plain.length > MOST_LETTERS) return false;
  let letters = 0;
  for (const letter of plain) letters += letter <= '\u007f' ? 1 : 2;
  return letters <= MOST_LETTERS;
}
