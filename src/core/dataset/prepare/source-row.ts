import type { ExactRecord } from '../reading/exact-record.ts';
import type { JsonObject } from '../json/json-value.ts';
import { ALL_MARKS } from '../marks/text-mark.ts';
import type { RawRow } from '../reading/raw-row.ts';
import { firstBrokenBytes } from '../reading/utf8.ts';

const LF = 0x0a;
const CR = 0x0d;

/** A row of a file that is prepared, not parsed yet. */
export class SourceRow {
  readonly raw: RawRow;
  /** All its values are text, whatever they say: it is a record of CSV. */
  readonly isCsv: boolean;

  constructor(raw: RawRow, isCsv = false) {
    this.raw = raw;
    this.isCsv = isCsv;
  }

  /** 1-based: the physical line, the element, or the record. */
  get number(): number {
    return this.raw.number;
  }

  /** Bytes of it are no UTF-8, so that its text has U+FFFD in their place. */
  get hasBrokenBytes(): boolean {
    const { block, from, to, hasReplacements, text } = this.raw;
    return hasReplacements && text.includes('\ufffd') && firstBrokenBytes(block, from, to) !== null;
  }

  /** The row as a line of JSONL without its line end: a line's very bytes, with the CR of a CR LF; an element's without the line ends in it. */
  get bytes(): Uint8Array {
    const { block, from, to, depth, text } = this.raw;
    const bytes = block.subarray(from, to);
    return depth > 0 || text.includes('\n') ? withoutLineEnds(bytes) : bytes;
  }
}

/** A record of CSV as a row: its JSON is made, it has no place in the file. */
export function csvRow(value: JsonObject, number: number): SourceRow {
  return new SourceRow(recordOf(JSON.stringify(value), number), true);
}

/** The same of Parquet. */
export function recordRow({ text, hasDecimals }: ExactRecord, number: number): SourceRow {
  return new SourceRow({ ...recordOf(text, number), hasDecimals });
}

function recordOf(text: string, number: number): RawRow {
  const block = new TextEncoder().encode(text);
  const place = { number, text, block, from: 0, to: block.length, offset: 0, line: 1, column: 1, depth: 0 };
  return { ...place, hasReplacements: false, marks: ALL_MARKS };
}

/** JSON without line ends and the indentation after them; inside of texts there are none. */
function withoutLineEnds(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(LF) && !bytes.includes(CR)) return bytes;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let isIndent = false;
  for (const byte of bytes) {
    if (byte === LF || byte === CR) isIndent = true;
    else if (!isIndent || (byte !== 0x20 && byte !== 0x09)) {
      isIndent = false;
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}
