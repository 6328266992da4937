/** Whether a byte or UTF-16 unit is white space of JSON: space, tab, line feed or carriage return. */
export function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
