const MARK = [0xef, 0xbb, 0xbf] as const;

/** Bytes of the byte order mark at the beginning of a file: 3, or 0 if it has none. @param head the first bytes of a file */
export function markLength(head: Uint8Array): number {
  return MARK.every((byte, n) => head[n] === byte) ? MARK.length : 0;
}
