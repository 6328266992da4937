/** Letters, digits, and the marks of numbers and addresses. */
const WIDE = /[\uff08\uff09\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/g;
const DASH = /(?<=[\d)] ?)[\u2010-\u2013\u2212](?= ?[\d(])/g;

/** The text with full-width letters, digits and marks made half-width; every character keeps its index. */
export function halfWidth(text: string): string {
  return text.replaceAll(WIDE, (each) => String.fromCharCode(each.charCodeAt(0) - WIDE_FROM));
}

const WIDE_FROM = 0xfee0;

/** The text with dashes between digits replaced by `-`. */
export function hyphenated(text: string): string {
  return text.replaceAll(DASH, '-');
}
