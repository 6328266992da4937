import { eachElement, isClosedAtEnd, skipSpace } from '../json/array-elements.ts';
import { areJoinedLines } from './joined-lines.ts';
import { LineReader } from './line-reader.ts';
import { isUnread, LONGEST_TEXT } from '../json/longest-text.ts';
import { LineScanner, marksOfBytes } from '../marks/line-scanner.ts';
import { ALL_MARKS } from '../marks/text-mark.ts';
import { LineFinder } from './place.ts';
import { isNestedDeeper, parseJson } from '../json/parse-json.ts';
import { DEEPEST, parsePositioned } from '../json/positioned-json.ts';
import type { RawRow, RowSink } from './raw-row.ts';
import { firstBrokenBytes } from './utf8.ts';

/** Bytes that lines are cut from at once. */
const PIECE = 1 << 24;

/**
 * Reads a file that may be one JSON array or one object over several lines; what it turns out not to be is read as JSONL.
 * @param bytes the whole file without byte order mark; @param offset file offset of its first byte.
 * @param longest bytes of a row that has a text (`isUnread`)
 */
export function readDocument(bytes: Uint8Array, offset: number, sink: RowSink, longest = LONGEST_TEXT): void {
  const open = skipSpace(bytes, 0);
  const file: DocumentFile = { bytes, open, offset, longest };
  const rows = bytes[open] === 0x5b ? arrayRows(file) : objectRow(file);
  if (rows !== null) emitRows(file, rows, sink);
  else if (isBrokenDocument(file)) emitBroken(file, sink);
  else {
    if (areJoinedLines(bytes, longest)) sink.joinedLines?.();
    readLines(file, (raw) => sink.line(raw));
  }
}

/** A whole file. */
interface DocumentFile {
  readonly bytes: Uint8Array;
  /** Index of its first byte that is not white space. */
  readonly open: number;
  readonly offset: number;
  readonly longest: number;
}

/** The rows of a document, one after another. */
interface Rows {
  each(take: (from: number, to: number) => void): void;
  readonly depth: number;
}

function readLines({ bytes, offset, longest }: DocumentFile, onLine: (raw: RawRow) => void): void {
  const lines = new LineReader(offset, onLine, longest);
  for (let at = 0; at < bytes.length; at += PIECE) lines.push(bytes.subarray(at, at + PIECE));
  lines.end();
}

function arrayRows(file: DocumentFile): Rows | null {
  const { bytes, open, longest } = file;
  const isArray = eachElement(bytes, open, (from, to) => {
    // a row too long to be read is reported when its turn comes
    return to - from > longest || isJson(textOf(file, from, to), 1);
  });
  if (!isArray) return null;
  const each: Rows['each'] = (take) => {
    eachElement(bytes, open, (from, to) => {
      take(from, to);
      return true;
    });
  };
  return { each, depth: 1 };
}

/** The file as one row, if it is an object over more than one line. */
function objectRow(file: DocumentFile): Rows | null {
  const { bytes, open, longest } = file;
  let end = bytes.length;
  while (end > open && skipSpace(bytes, end - 1) >= end) end--;
  if (bytes.subarray(open, end).indexOf(0x0a) < 0) return null;
  const isObject =
    end - open > longest ? isClosedAtEnd(bytes, open) === true : isJson(textOf(file, open, end), 0);
  return isObject ? { each: (take) => take(open, end), depth: 0 } : null;
}

/** The text of a stretch; empty if it is too long. */
function textOf({ bytes, longest }: DocumentFile, from: number, to: number): string {
  return to - from > longest ? '' : decoder.decode(bytes.subarray(from, to));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether Python's `json.loads` accepts it. */
function isJson(text: string, depth: number): boolean {
  if (parseJson(text) === undefined) return parsePositioned(text, depth).ok;
  return !mayBeRefused(text) || parsePositioned(text, depth).ok;
}

/** Whether Python may refuse what JSON.parse took: too many digits, or too deep with what is around it. */
function mayBeRefused(text: string): boolean {
  if (text.length < DEEPEST) return false;
  return /[0-9]{4301}/.test(text) || isNestedDeeper(text, DEEPEST - 2);
}

function emitRows(file: DocumentFile, rows: Rows, sink: RowSink): void {
  const { bytes, offset } = file;
  const broken = isUtf8(bytes) ? null : firstBrokenBytes(bytes, 0, bytes.length);
  const lines = new LineFinder(bytes);
  if (broken !== null) sink.brokenDocumentBytes(documentPart(file, broken[0], broken[1]));
  const scanner = new LineScanner();
  let number = 0;
  rows.each((from, to) => {
    const place = lines.lineAndColumnOf(from);
    const raw = {
      number: ++number,
      text: textOf(file, from, to),
      block: bytes,
      from,
      to,
      offset: offset + from,
      ...place,
      depth: rows.depth,
      hasReplacements: broken !== null,
      marks: marksOfBytes(scanner, bytes.subarray(from, to)),
    };
    sink.element(raw, broken !== null);
  });
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
 * Whether a text that is no JSON was meant as one array or object: it goes over several lines, the first line alone is no
 * JSON, and at most one other line is an object (the last element of an array that has one a line). Several objects one
 * after another, each over several lines, are read as JSONL.
 */
function isBrokenDocument(file: DocumentFile): boolean {
  let first: LineKind | null = null;
  let objects = 0;
  let lines = 0;
  readLines(file, (raw) => {
    const isBlank = raw.text.trim() === '' && !isUnread(raw);
    if (first === 'json' || first === 'object' || objects > 1 || isBlank) return;
    lines += 1;
    const kind = lineKind(raw.text);
    if (first === null) first = kind;
    else if (kind === 'object') objects += 1;
  });
  if (first !== 'broken' || lines < 2 || objects > 1) return false;
  return file.bytes[file.open] === 0x5b || !isFollowedByMore(file);
}

type LineKind = 'broken' | 'object' | 'json';

function lineKind(text: string): LineKind {
  const parsed = parsePositioned(text);
  if (!parsed.ok) return 'broken';
  return parsed.root.kind === 'object' ? 'object' : 'json';
}

function isFollowedByMore(file: DocumentFile): boolean {
  const { bytes, open, longest } = file;
  if (bytes.length > longest) return isClosedAtEnd(bytes, open) === false;
  const parsed = parsePositioned(textOf(file, 0, bytes.length));
  return !parsed.ok && parsed.problem === 'extra-data';
}

function emitBroken(file: DocumentFile, sink: RowSink): void {
  const { bytes } = file;
  const broken = isUtf8(bytes) ? null : firstBrokenBytes(bytes, 0, bytes.length);
  if (broken !== null) sink.brokenDocumentBytes(documentPart(file, broken[0], broken[1]));
  sink.brokenDocument(documentPart(file, 0, bytes.length));
}

/** A stretch of the file as row 0. */
function documentPart(file: DocumentFile, from: number, to: number): RawRow {
  const { bytes, offset } = file;
  const place = new LineFinder(bytes).lineAndColumnOf(from);
  return {
    number: 0,
    text: textOf(file, from, to),
    block: bytes,
    from,
    to,
    offset: offset + from,
    ...place,
    depth: 0,
    hasReplacements: true,
    marks: ALL_MARKS,
  };
}
