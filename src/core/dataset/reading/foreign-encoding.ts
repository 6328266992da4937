/** What a file that is not UTF-8 is, by its first bytes. */
export type ForeignEncoding =
  | { readonly kind: 'utf-16' }
  /** An archive or another container that may hold rows. @property format its name */
  | { readonly kind: 'packed'; readonly format: string };

/** The first bytes of each format. */
const BEGINNINGS: readonly (readonly [string, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
];
/** How many bytes it takes to tell what a file is. */
export const LONGEST_BEGINNING = 4;

/** @param head the first bytes of a file, `LONGEST_BEGINNING` of them where it has so many */
export function foreignEncoding(head: Uint8Array): ForeignEncoding | null {
  if (isUtf16(head)) return { kind: 'utf-16' };
  const packed = BEGINNINGS.find(([, bytes]) => bytes.every((byte, n) => head[n] === byte));
  return packed === undefined ? null : { kind: 'packed', format: packed[0] };
}

/** With a byte order mark, or beginning with two characters of ASCII, as rows and headers do. */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const isAscii = (byte: number | undefined): boolean => byte !== undefined && byte > 0 && byte < 0x80;
  return (isAscii(a) && b === 0 && isAscii(c) && d === 0) || (a === 0 && isAscii(b) && c === 0 && isAscii(d));
}
