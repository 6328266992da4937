import { mayBeJson } from './json-bytes';
import { escapedCode, meantBy, UNICODE_ESCAPE, writeCode } from './json-escape';
import { LANES, SCRATCH } from './memory';
import { digestNumber, digestText } from './text-digest';
import { afterSpace, beforeSpace, hasOddEdge } from './text-edges';

const SPACE: u8 = 0x20;
const QUOTE: u8 = 0x22;
const MINUS: u8 = 0x2d;
const ZERO: u8 = 0x30;
/** Digits of an integer that a float holds for certain. */
const MOST_DIGITS: usize = 15;

/** Address of the closing quote of the text that was read last. */
export let textEnd: usize = 0;
/** UTF-16 units of that text as it is written. */
export let textUnits: i32 = 0;
export let isEscaped: bool = false;
export let hasEdgeWhiteSpace: bool = false;

/** A character that is not ASCII is written as an escape. */
let hasUnicodeEscape: bool = false;
/** Behind what was written without escapes. */
let written: usize = 0;
/** The text has bytes beyond ASCII. */
let isWide: bool = false;

/**
 * Reads the text that begins behind a quote and keeps its digest. It takes those that are written as nearly all are; others are left to the
 * parser, and to the rules that have something to say about them: blank ones, control characters, escapes of such and of ASCII, halves of
 * surrogate pairs, and what could be read as a JSON value by itself. False of these.
 * @param to where its row ends
 */
export function readText(from: usize, to: usize, digestInto: usize): bool {
  isEscaped = hasUnicodeEscape = isWide = false;
  const end = plainEnd(from, to);
  if (end >= to) return false;
  if (load<u8>(end) == QUOTE) textEnd = end;
  else if (!readEscaped(from, end, to)) return false;
  const first = afterSpace(from, textEnd);
  const last = beforeSpace(first, textEnd);
  if (first == last || hasOddEdge(first, last, hasUnicodeEscape) || mayBeJson(first, last)) return false;
  hasEdgeWhiteSpace = first > from || last < textEnd;
  textUnits = <i32>(textEnd - from);
  if (isWide) textUnits -= fewerUnits(from, textEnd);
  if (isEscaped) digestText(SCRATCH, <i32>(written - SCRATCH), digestInto);
  else digestText(from, <i32>(textEnd - from), digestInto);
  return true;
}

/** Reads an integer of at most fifteen digits as a text is read. */
export function readInteger(from: usize, to: usize, digestInto: usize): bool {
  const isNegative = load<u8>(from) == MINUS;
  const first = isNegative ? from + 1 : from;
  let at = first;
  let value: i64 = 0;
  while (at < to && at - first < MOST_DIGITS && <u32>(load<u8>(at) - ZERO) < 10) {
    value = value * 10 + (load<u8>(at) - ZERO);
    at += 1;
  }
  const isRefused = at - first > 1 ? load<u8>(first) == ZERO : isNegative && value == 0;
  if (at == first || isRefused) return false;
  textEnd = at;
  textUnits = <i32>(at - from);
  isEscaped = hasEdgeWhiteSpace = false;
  digestNumber(<f64>(isNegative ? -value : value), digestInto);
  return true;
}

/** The address of the first quote, backslash or control character; `to` or more where there is none. */
function plainEnd(from: usize, to: usize): usize {
  for (let at = from; at < to; at += LANES) {
    const bytes = v128.load(at);
    const stops = i8x16.bitmask(stopsIn(bytes));
    if (stops != 0) {
      const count = ctz(stops);
      if ((i8x16.bitmask(bytes) & ((1 << count) - 1)) != 0) isWide = true;
      return at + count;
    }
    if (i8x16.bitmask(bytes) != 0) isWide = true;
  }
  return to;
}

function stopsIn(bytes: v128): v128 {
  const marks = v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c)));
  return v128.or(marks, i8x16.lt_u(bytes, i8x16.splat(0x20)));
}

/** Writes the text without its escapes. @param end of the part before its first escape */
function readEscaped(from: usize, end: usize, to: usize): bool {
  const before = end - from;
  memory.copy(SCRATCH, from, before);
  written = SCRATCH + before;
  let at = end;
  while (at < to) {
    const byte = load<u8>(at);
    if (byte == QUOTE) {
      textEnd = at;
      return true;
    }
    if (byte < SPACE) return false;
    const length = unescape(at, to);
    if (length == 0) return false;
    at = copyPlain(at + length, to);
  }
  return false;
}

/** Writes what an escape stands for. @returns its length, 0 where it is to be left to the parser */
function unescape(at: usize, to: usize): usize {
  isEscaped = true;
  const meant = meantBy(load<u8>(at, 1));
  if (meant != 0) {
    store<u8>(written++, meant);
    return 2;
  }
  const code = escapedCode(at, to);
  if (code < 0) return 0;
  hasUnicodeEscape = true;
  written = writeCode(written, code);
  return code > 0xffff ? 2 * UNICODE_ESCAPE : UNICODE_ESCAPE;
}

/** Writes what stands before the next quote, backslash or control character. @returns its address */
function copyPlain(from: usize, to: usize): usize {
  let at = from;
  while (at < to) {
    const bytes = v128.load(at);
    v128.store(written, bytes);
    const stops = i8x16.bitmask(stopsIn(bytes));
    const count = stops == 0 ? LANES : ctz(stops);
    if ((i8x16.bitmask(bytes) & ((1 << count) - 1)) != 0) isWide = true;
    at += count;
    written += count;
    if (stops != 0) break;
  }
  return at;
}

/** By how much the bytes of a text outnumber its UTF-16 units: all but the first of a character, and one less of those of four bytes. */
function fewerUnits(from: usize, to: usize): i32 {
  let fewer: i32 = 0;
  let at = from;
  for (; at + LANES <= to; at += LANES) {
    const bytes = v128.load(at);
    fewer += popcnt(i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))));
    fewer -= popcnt(i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(-16))));
  }
  for (; at < to; at++) {
    const byte = load<u8>(at);
    if ((byte & 0xc0) == 0x80) fewer += 1;
    if (byte >= 0xf0) fewer -= 1;
  }
  return fewer;
}
