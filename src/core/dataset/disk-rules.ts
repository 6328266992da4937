/** Rules about bytes that an editor smooths when it opens a file: they read the disk (DESIGN §3). */
export const diskRules: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'invalid-utf-8',
  'crlf-line-ends',
  'mixed-line-ends',
]);
