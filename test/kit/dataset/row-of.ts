import { DIGEST_WORDS } from '../../../src/core/dataset/comparing/digest.ts';
import { ALL_MARKS } from '../../../src/core/dataset/marks/text-mark.ts';
import { parseRow } from '../../../src/core/dataset/reading/parse-row.ts';
import { Row } from '../../../src/core/dataset/row/row.ts';
import { ValueDigest } from '../../../src/core/dataset/comparing/value-digest.ts';

/** A row of its JSON text as the linter makes it: a line that begins at a byte offset, or an element of an array. */
export function rowOf(text: string, number: number, offset = 0, isElement = false): Row {
  const parsed = parseRow(text, 0, new ValueDigest(), new Int32Array(DIGEST_WORDS));
  if (!parsed.ok) throw new Error(`no JSON: ${text}`);
  const block = new TextEncoder().encode(text);
  const raw = {
    number,
    text,
    block,
    from: 0,
    to: block.length,
    offset,
    line: number,
    column: 1,
    depth: isElement ? 1 : 0,
    hasReplacements: true,
    marks: ALL_MARKS,
  };
  return new Row({
    raw,
    read: parsed,
    hasBrokenBytes: false,
    firstEqual: null,
    hasEdgeWhiteSpace: false,
  });
}
