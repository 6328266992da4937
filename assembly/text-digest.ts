// The digest of src/core/dataset/comparing/text-digest.ts, over bytes in memory.

/** What each lane multiplies by. */
const A: i32 = 0x239b961b;
const B: i32 = 0xab0e9789;
const C: i32 = 0x38b34ae5;
const D: i32 = 0xa1e38b93;

let a: i32 = 0;
let b: i32 = 0;
let c: i32 = 0;
let d: i32 = 0;

/** Takes in a whole text and keeps the digest as four words. @param size bytes of the text, behind which a vector of memory may be read */
export function digestText(from: usize, size: i32, into: usize): void {
  a = b = c = d = 0;
  const whole = from + <usize>(size & ~15);
  for (let at = from; at < whole; at += 16) mixBlock(v128.load(at));
  const rest = size & 15;
  if (rest != 0) mixBlock(v128.and(v128.load(whole), firstLanes(rest)));
  const isNuls = size > 0 && (a | b | c | d) == 0;
  mix(size, 0, 0, isNuls ? NULS : 0);
  keep(into);
}

/** Ends a text of nothing but NULs, which leave the digest as it began. */
const NULS: i32 = 1;

function keep(into: usize): void {
  store<i32>(into, a);
  store<i32>(into, b, 4);
  store<i32>(into, c, 8);
  store<i32>(into, d, 12);
}

/** What stands before a number (`TAG` of src/core/dataset/comparing/value-digest.ts). */
const NUMBER: i32 = 4;

/** Takes in a number and keeps the digest as four words. */
export function digestNumber(value: f64, into: usize): void {
  a = b = c = d = 0;
  const bits = reinterpret<i64>(value);
  mix(NUMBER, <i32>bits, <i32>(bits >> 32), 0);
  keep(into);
}

/** Adds a digest that was kept, ended with another one, to a sum of such. */
export function addEnded(kept: usize, end: usize, sum: usize): void {
  a = load<i32>(kept);
  b = load<i32>(kept, 4);
  c = load<i32>(kept, 8);
  d = load<i32>(kept, 12);
  mixBlock(v128.load(end));
  const second = finish(b);
  const third = finish(c);
  const fourth = finish(d);
  const all = finish(a) + second + third + fourth;
  store<i32>(sum, load<i32>(sum) + all);
  store<i32>(sum, load<i32>(sum, 4) + second + all, 4);
  store<i32>(sum, load<i32>(sum, 8) + third + all, 8);
  store<i32>(sum, load<i32>(sum, 12) + fourth + all, 12);
}

function mixBlock(words: v128): void {
  mix(
    i32x4.extract_lane(words, 0),
    i32x4.extract_lane(words, 1),
    i32x4.extract_lane(words, 2),
    i32x4.extract_lane(words, 3),
  );
}

function mix(k1: i32, k2: i32, k3: i32, k4: i32): void {
  a = lane(a, k1, A, d);
  b = lane(b, k2, B, a);
  c = lane(c, k3, C, b);
  d = lane(d, k4, D, c);
}

function lane(h: i32, k: i32, by: i32, neighbour: i32): i32 {
  return rotl((h ^ k) * by, 15) + neighbour;
}

function finish(word: i32): i32 {
  let h = (word ^ (word >>> 16)) * <i32>0x85ebca6b;
  h = (h ^ (h >>> 13)) * <i32>0xc2b2ae35;
  return h ^ (h >>> 16);
}

/** All bits of so many lanes. */
function firstLanes(count: i32): v128 {
  return i8x16.lt_s(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>count));
}
