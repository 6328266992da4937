/**
 * Writes control characters and line separators as JSON does (`\n`, `\u001b`), so that what comes from a dataset or a file's name stays in its
 * line and tells a terminal nothing.
 */
export function escapeControlCharacters(text: string): string {
  return text.replaceAll(CONTROL, (character) => SHORT[character] ?? `\\u${hex(character)}`);
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
