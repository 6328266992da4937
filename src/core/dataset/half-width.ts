/** Letters, digits, and the marks of numbers and addresses. */
const WIDE = /[\uff08\uff09\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/g;
const DASH = /(?<=[\d)] ?)[\u2010-\u2013\u2212](?= ?[\d(])/g;

/** A text with such full-width characters as their half-width ones; each character stays where it is. */
export function halfWidth(text: string): string {
  return text.replaceAll(WIDE, (each) => String.fromCharCode(each.charCodeAt(0) - WIDE_FROM));
}

const WIDE_FROM = 0xfee0;

/** The same with hyphens and dashes between digits as that of ASCII. */
export function hyphenated(text: string): string {
  return text.replaceAll(DASH, '-');
}
