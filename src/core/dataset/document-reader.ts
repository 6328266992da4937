import { arrayElements, skipSpace } from './array-elements.ts';
import { LineReader } from './line-reader.ts';
import { LineFinder } from './place.ts';
import { isNestedDeeper, parseJson } from './parse-json.ts';
import { DEEPEST, parsePositioned } from './positioned-json.ts';
import type { RawRow, RowSink } from './raw-row.ts';
import { firstBrokenBytes } from './utf8.ts';

/**
 * Reads a file that may be one JSON array or one object over several lines; what it turns out not to be is read as JSONL.
 * @param bytes the whole file without byte order mark; @param offset file offset of its first byte.
 */
export function readDocument(bytes: Uint8Array, offset: number, sink: RowSink): void {
  const open = skipSpace(bytes, 0);
  const rows = bytes[open] === 0x5b ? arrayRows(bytes, open) : objectRow(bytes, open);
  if (rows !== null) {
    emitRows(bytes, offset, rows, sink);
    return;
  }
  if (isBrokenDocument(bytes, open)) {
    emitBroken(bytes, offset, sink);
    return;
  }
  const lines = new LineReader(offset, (raw) => sink.line(raw));
  lines.push(bytes);
  lines.end();
}

interface Rows {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly depth: number;
}

function arrayRows(bytes: Uint8Array, open: number): Rows | null {
  const found = arrayElements(bytes, open);
  if (found === null) return null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let n = 0; n < found.starts.length; n++) {
    if (!isJson(decoder.decode(bytes.subarray(found.starts[n], found.ends[n])), 1)) return null;
  }
  return { ...found, depth: 1 };
}

/** The file as one row, if it is an object over more than one line. */
function objectRow(bytes: Uint8Array, open: number): Rows | null {
  let end = bytes.length;
  while (end > open && skipSpace(bytes, end - 1) >= end) end--;
  if (bytes.subarray(open, end).indexOf(0x0a) < 0) return null;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(open, end));
  return isJson(text, 0) ? { starts: [open], ends: [end], depth: 0 } : null;
}

/** Whether Python reads it. */
function isJson(text: string, depth: number): boolean {
  if (parseJson(text) === undefined) return parsePositioned(text, depth).ok;
  return !mayBeRefused(text) || parsePositioned(text, depth).ok;
}

/** Whether Python may refuse what JSON.parse took: too many digits, or too deep with what is around it. */
function mayBeRefused(text: string): boolean {
  if (text.length < DEEPEST) return false;
  return /[0-9]{4301}/.test(text) || isNestedDeeper(text, DEEPEST - 2);
}

function emitRows(bytes: Uint8Array, offset: number, rows: Rows, sink: RowSink): void {
  const broken = isUtf8(bytes) ? null : firstBrokenBytes(bytes, 0, bytes.length);
  const lines = new LineFinder(bytes);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (broken !== null) sink.brokenDocumentBytes(documentPart(bytes, offset, broken[0], broken[1]));
  for (let n = 0; n < rows.starts.length; n++) {
    const [from, to] = [rows.starts[n] ?? 0, rows.ends[n] ?? 0];
    const text = decoder.decode(bytes.subarray(from, to));
    const place = lines.lineAndColumnOf(from);
    const raw = {
      number: n + 1,
      text,
      block: bytes,
      from,
      to,
      offset: offset + from,
      ...place,
      depth: rows.depth,
      hasReplacements: true,
      around: null,
      at: 0,
    };
    sink.element(raw, broken !== null);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const step = 1 << 24;
  try {
    for (let at = 0; at < bytes.length; at += step) {
      decoder.decode(bytes.subarray(at, at + step), { stream: at + step < bytes.length });
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a text that is no JSON was meant as one array or object: it goes over several lines, the first of which is no
 * JSON by itself, and at most one other line is an object (the last element of an array that has one a line). Objects over
 * several lines one after another are JSONL by the contract.
 */
function isBrokenDocument(bytes: Uint8Array, open: number): boolean {
  let first: LineKind | null = null;
  let objects = 0;
  let lines = 0;
  const reader = new LineReader(0, ({ text }) => {
    if (first === 'json' || first === 'object' || objects > 1 || text.trim() === '') return;
    lines += 1;
    const kind = lineKind(text);
    if (first === null) first = kind;
    else if (kind === 'object') objects += 1;
  });
  reader.push(bytes);
  reader.end();
  if (first !== 'broken' || lines < 2 || objects > 1) return false;
  return bytes[open] === 0x5b || !isFollowedByMore(bytes);
}

type LineKind = 'broken' | 'object' | 'json';

function lineKind(text: string): LineKind {
  const parsed = parsePositioned(text);
  if (!parsed.ok) return 'broken';
  return parsed.root.kind === 'object' ? 'object' : 'json';
}

function isFollowedByMore(bytes: Uint8Array): boolean {
  const parsed = parsePositioned(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return !parsed.ok && parsed.problem === 'extra-data';
}

function emitBroken(bytes: Uint8Array, offset: number, sink: RowSink): void {
  const broken = isUtf8(bytes) ? null : firstBrokenBytes(bytes, 0, bytes.length);
  if (broken !== null) sink.brokenDocumentBytes(documentPart(bytes, offset, broken[0], broken[1]));
  sink.brokenDocument(documentPart(bytes, offset, 0, bytes.length));
}

/** A stretch of the file as row 0. */
function documentPart(bytes: Uint8Array, offset: number, from: number, to: number): RawRow {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to));
  const place = new LineFinder(bytes).lineAndColumnOf(from);
  return {
    number: 0,
    text,
    block: bytes,
    from,
    to,
    offset: offset + from,
    ...place,
    depth: 0,
    hasReplacements: true,
    around: null,
    at: 0,
  };
}
