/** Whether a line of a JSONL file holds no row. */
export function isBlankLine(text: string): boolean {
  return text.charCodeAt(0) !== 0x7b && /^[ \t\r]*$/.test(text);
}
