/** One of the texts of a row that is written in a shape, by its number; `EMPTY` for an empty one, which is part of the shape. */
export type TextNumber = number;

export const EMPTY: TextNumber = -1;

/** No text of a shape begins with it: keys and roles have no control characters. */
const MARK = '\0';

/** What stands for a text in a row whose texts are left out, as it is written in JSON. */
export function placeholderOf(number: TextNumber): string {
  return `\\u0000${number}`;
}

export function standsForText(text: string): boolean {
  return text.startsWith(MARK);
}

/** The number of the text that a placeholder, or an empty text, stands for. */
export function numberOf(text: string): TextNumber {
  return text === '' ? EMPTY : Number(text.slice(MARK.length));
}
