/** Rules about bytes that an editor drops or replaces when it opens a file: they read the file on disk. */
export const diskRules: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'invalid-utf-8',
  'crlf-line-ends',
  'mixed-line-ends',
]);
