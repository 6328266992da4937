/** A JSON value as `JSON.parse` makes it; NaN and the infinities may occur, because Python's reader accepts them. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Python's truth of a value. */
export function isTrue(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Whether a value is white space alone (Unicode White_Space) or empty. */
export function isBlankText(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && !beginsPlainly(value) && BLANK.test(value);
}

/** It begins with an ASCII character that is no space, as nearly every text does: the pattern is not needed. */
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

/** Source of a character class with Unicode's White_Space. */
export const WHITE_SPACE = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const BLANK = new RegExp(`^[${WHITE_SPACE}]*$`);
