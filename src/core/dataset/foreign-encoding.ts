/** What the first bytes of a file that is no UTF-8 say that it is. */
export type ForeignEncoding = 'utf-16' | 'gzip';

/** @param head the first bytes of a file */
export function foreignEncoding([a, b]: Uint8Array): ForeignEncoding | null {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'utf-16';
  return a === 0x1f && b === 0x8b ? 'gzip' : null;
}
