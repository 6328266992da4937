import { skipSpace } from '../json/array-elements.ts';
import { readDocument } from './document-reader.ts';
import { joinBytes } from './join-bytes.ts';
import { LineReader } from './line-reader.ts';
import { LONGEST_TEXT } from '../json/longest-text.ts';
import { parseJson } from '../json/parse-json.ts';
import { parsePositioned } from '../json/positioned-json.ts';
import type { RowSink } from './raw-row.ts';

/** What the file is taken for: not known before its first line, then lines, or kept whole because it may be one document. */
type Mode = 'undecided' | 'lines' | 'document';

/**
 * Reads the bytes of a dataset file, byte order mark left off. Its content decides what it is: one JSON array, one JSON object
 * over several lines, or JSONL; JSONL goes through without being kept.
 */
export class RowReader {
  readonly #sink: RowSink;
  readonly #offset: number;
  readonly #longest: number;
  #mode: Mode = 'undecided';
  #kept: Uint8Array[] = [];
  #lines: LineReader;
  #open: number | null = null;

  /**
   * @param offset file offset of the first byte that will be pushed.
   * @param longest bytes of a row that has a text (`isUnread`)
   */
  constructor(offset: number, sink: RowSink, longest = LONGEST_TEXT) {
    this.#offset = offset;
    this.#sink = sink;
    this.#longest = longest;
    this.#lines = new LineReader(offset, (raw) => sink.line(raw), longest);
  }

  push(chunk: Uint8Array): void {
    if (this.#mode === 'lines') {
      this.#lines.push(chunk);
      return;
    }
    this.#kept.push(chunk);
    if (this.#mode === 'undecided' && this.#firstLineEnds(chunk)) this.#decide();
  }

  end(): void {
    if (this.#mode === 'undecided') this.#decide();
    if (this.#mode === 'lines') this.#lines.end();
    else readDocument(joinBytes(this.#kept), this.#offset, this.#sink, this.#longest);
  }

  /** Whether enough is there to decide: the first bracket and the end of its line, or another character. */
  #firstLineEnds(chunk: Uint8Array): boolean {
    if (this.#open !== null) return chunk.includes(0x0a);
    const at = skipSpace(chunk, 0);
    if (at === chunk.length) return false;
    this.#open = chunk[at] ?? 0;
    return (this.#open !== 0x5b && this.#open !== 0x7b) || chunk.indexOf(0x0a, at) >= 0;
  }

  #decide(): void {
    const bytes = joinBytes(this.#kept);
    this.#kept = [bytes];
    if (!beginsLines(bytes, this.#longest)) {
      this.#mode = 'document';
      return;
    }
    this.#mode = 'lines';
    this.#kept = [];
    this.#lines.push(bytes);
  }
}

/** Whether the bytes of a file, to the end of its first line or beyond, are read as lines and not as one document. */
export function beginsLines(bytes: Uint8Array, longest = LONGEST_TEXT): boolean {
  const start = skipSpace(bytes, 0);
  const end = bytes.indexOf(0x0a, start);
  const isBracket = bytes[start] === 0x5b || bytes[start] === 0x7b;
  return !isBracket || !mayBeDocument(bytes, start, end < 0 ? bytes.length : end, longest);
}

/** An array always may; an object unless its first line is complete or broken before its end. */
function mayBeDocument(bytes: Uint8Array, start: number, end: number, longest: number): boolean {
  if (bytes[start] === 0x5b) return true;
  if (end - start > longest) return false;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
  if (parseJson(text) !== undefined) return false;
  const parsed = parsePositioned(`${text}\n`); // with its end, so that a string cut by it is no open prefix
  return !parsed.ok && parsed.problem === 'cut-off';
}
