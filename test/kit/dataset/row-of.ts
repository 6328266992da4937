import { parseRow } from '../../../src/core/dataset/parse-row.ts';
import type { RawRow } from '../../../src/core/dataset/raw-row.ts';
import { Row } from '../../../src/core/dataset/row.ts';
import { ValueDigest } from '../../../src/core/dataset/value-digest.ts';

/** A row of its JSON text, as the linter makes it. */
export function rowOf(text: string, number: number): Row {
  const parsed = parseRow(text, 0, new ValueDigest(), new Int32Array(4));
  if (!parsed.ok) throw new Error(`no JSON: ${text}`);
  const block = new TextEncoder().encode(text);
  const raw: RawRow = {
    number,
    text,
    block,
    from: 0,
    to: block.length,
    offset: 0,
    line: number,
    column: 1,
    depth: 0,
    hasReplacements: true,
    around: null,
  };
  return new Row({
    raw,
    value: parsed.value,
    hasBrokenBytes: false,
    firstEqual: null,
    hasEdgeWhiteSpace: false,
  });
}
