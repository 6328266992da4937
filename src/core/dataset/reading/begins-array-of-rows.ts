/** Whether a JSON text begins as an array of objects. @param head its beginning */
export function beginsArrayOfRows(head: string): boolean {
  return /^\s*\[\s*\{/.test(head);
}
