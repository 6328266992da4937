import { ALL_MARKS } from './marks/text-mark.ts';
import type { RawRow } from './reading/raw-row.ts';

/** The first bytes of a file as row 0, for what is said of the file as a whole. */
export function filePart(length: number): RawRow {
  const block = new Uint8Array(length);
  return {
    number: 0,
    text: '',
    block,
    from: 0,
    to: length,
    offset: 0,
    line: 1,
    column: 1,
    depth: 0,
    hasReplacements: false,
    marks: ALL_MARKS,
  };
}
