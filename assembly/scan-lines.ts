import { BYTES, LANES, LINES, TABLES } from './memory';

const LF = i8x16.splat(0x0a);
const LOW_NIBBLE = i8x16.splat(0x0f);
const NUMBER_OF_LANE = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

/** Bits of a line beside its sixteen pairs. */
const NOT_ASCII: i32 = 1 << 16;
const NUMBER_RUN: i32 = 1 << 17;

/** Bytes before one that a run of nine reaches back. */
const REACH = 8;
let inRunBefore: i32 = 0;

/** Which of the eight bytes before the next ones may stand in a number: the lowest bit is that of the first. */
export function beginAfter(inRun: i32): void {
  inRunBefore = inRun;
}

export function inRunAtEnd(): i32 {
  return inRunBefore;
}

/**
 * Looks for line ends and for what is in the lines: one pass over 16 bytes at a time. A pair of neighbouring bytes is looked up by nibbles
 * (https://0x80.pl/notesen/2018-10-18-simd-byte-lookup.html), so that some more are found than are meant.
 * @param length at most MOST_BYTES
 * @returns the number of lines written: each with the index of its end and its bits. The last one is what follows the last line end, and
 * ends at `length`
 */
export function scanLines(length: i32): i32 {
  const first0Low = v128.load(TABLES);
  const first0High = v128.load(TABLES, 16);
  const second0Low = v128.load(TABLES, 32);
  const second0High = v128.load(TABLES, 48);
  const first8Low = v128.load(TABLES, 64);
  const first8High = v128.load(TABLES, 80);
  const second8Low = v128.load(TABLES, 96);
  const second8High = v128.load(TABLES, 112);
  let pairs0 = i8x16.splat(0);
  let pairs8 = i8x16.splat(0);
  let bytes = i8x16.splat(0);
  let runs: i32 = 0;
  let inRun = inRunBefore;
  let line = LINES;
  for (let at: i32 = 0; at < length; at += LANES) {
    const first = v128.load(BYTES + at);
    const second = v128.load(BYTES + at, 1);
    const firstLow = v128.and(first, LOW_NIBBLE);
    const firstHigh = i8x16.shr_u(first, 4);
    const secondLow = v128.and(second, LOW_NIBBLE);
    const secondHigh = i8x16.shr_u(second, 4);
    const found0 = v128.and(
      v128.and(i8x16.swizzle(first0Low, firstLow), i8x16.swizzle(first0High, firstHigh)),
      v128.and(i8x16.swizzle(second0Low, secondLow), i8x16.swizzle(second0High, secondHigh)),
    );
    const found8 = v128.and(
      v128.and(i8x16.swizzle(first8Low, firstLow), i8x16.swizzle(first8High, firstHigh)),
      v128.and(i8x16.swizzle(second8Low, secondLow), i8x16.swizzle(second8High, secondHigh)),
    );
    const left = length - at;
    const lanes: i32 = left < LANES ? (1 << left) - 1 : 0xffff;
    const reach = ((i8x16.bitmask(mayBeInNumber(first)) & lanes) << REACH) | inRun;
    inRun = reach >> LANES;
    const ended = endsOfRuns(reach);
    let ends = i8x16.bitmask(i8x16.eq(first, LF)) & lanes;
    if (ends == 0 && lanes == 0xffff) {
      pairs0 = v128.or(pairs0, found0);
      pairs8 = v128.or(pairs8, found8);
      bytes = v128.or(bytes, first);
      runs |= ended;
      continue;
    }
    let from: i32 = 0;
    while (ends != 0) {
      const end = ctz(ends);
      ends &= ends - 1;
      const own = lanesOf(from, end);
      pairs0 = v128.or(pairs0, v128.and(found0, own));
      pairs8 = v128.or(pairs8, v128.and(found8, own));
      bytes = v128.or(bytes, v128.and(first, own));
      runs |= ended & ((2 << end) - (1 << from));
      writeLine(line, at + end, pairs0, pairs8, bytes, runs);
      line += 8;
      pairs0 = pairs8 = bytes = i8x16.splat(0);
      runs = 0;
      from = end + 1;
    }
    const last = min(left, LANES) - 1;
    const own = lanesOf(from, last);
    pairs0 = v128.or(pairs0, v128.and(found0, own));
    pairs8 = v128.or(pairs8, v128.and(found8, own));
    bytes = v128.or(bytes, v128.and(first, own));
    runs |= ended & (0x1_0000 - (1 << from));
  }
  writeLine(line, length, pairs0, pairs8, bytes, runs);
  inRunBefore = inRun;
  return <i32>((line - LINES) >> 3) + 1;
}

/** All bits of the lanes from one to another, both among them. */
function lanesOf(from: i32, to: i32): v128 {
  return v128.and(
    i8x16.ge_s(NUMBER_OF_LANE, i8x16.splat(<i8>from)),
    i8x16.le_s(NUMBER_OF_LANE, i8x16.splat(<i8>to)),
  );
}

/** All bits of the lanes that hold a digit or one of ` .()+-`; also `*` and `,`, which makes it one comparison. */
function mayBeInNumber(bytes: v128): v128 {
  const digit = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(9));
  const mark = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x28)), i8x16.splat(6));
  return v128.or(v128.or(digit, mark), i8x16.eq(bytes, i8x16.splat(0x20)));
}

/** The lanes in which the last of nine bytes stands that all may be in a number. @param reach a bit for each, the eight bytes before first */
function endsOfRuns(reach: i32): i32 {
  let runs = reach & (reach >> 1);
  runs &= runs >> 2;
  runs &= runs >> 4;
  return runs & (reach >> REACH);
}

function writeLine(line: usize, end: i32, pairs0: v128, pairs8: v128, bytes: v128, runs: i32): void {
  let bits = anyLane(pairs0) | (anyLane(pairs8) << 8);
  if (i8x16.bitmask(bytes) != 0) bits |= NOT_ASCII;
  if (runs != 0) bits |= NUMBER_RUN;
  store<i32>(line, end);
  store<i32>(line, bits, 4);
}

/** The bits that are set in some lane. */
function anyLane(lanes: v128): i32 {
  let all = i64x2.extract_lane(lanes, 0) | i64x2.extract_lane(lanes, 1);
  all |= all >> 32;
  all |= all >> 16;
  all |= all >> 8;
  return <i32>(all & 0xff);
}
