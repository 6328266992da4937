import { ANSWER_MINIMA, MINIMA, SCRATCH, SIGNATURES } from './memory';

/** Letters of a shingle. */
const SHINGLE: i32 = 5;
/** Fewer shingles than this estimate nothing. */
const LEAST_ESTIMATED: i32 = 20;
/** Letters of a text whose signature is that of the whole. */
const LEAST_WHOLE: i32 = LEAST_ESTIMATED + SHINGLE;
const EMPTY: u32 = 0xffffffff;
const BASE: i32 = 0x01000193;
/** BASE to the power of SHINGLE: what the letter that leaves the window was multiplied by. */
const LEAVING: i32 = BASE * BASE * BASE * BASE * BASE;
/** More letters than any row has. */
const NO_ANSWER: i32 = 0x7fffffff;
/** Bins of a word, four bits each. */
const WORD: i32 = 8;
const BITS: i32 = 4;

let bins: i32 = 0;
let answerBins: i32 = 0;
let hash: i32 = 0;
let letters: i32 = 0;
/** Letters before those of the answers. */
let before: i32 = 0;
let digits: i32 = 0;
let whole: i32 = 0;
let answersWhole: i32 = 0;
/** The last letters: what leaves the window is taken out of the hash. */
let a: i32 = 0;
let b: i32 = 0;
let c: i32 = 0;
let d: i32 = 0;
let e: i32 = 0;

/** @param ofAll bins of the signature of all texts of a row, a multiple of eight; @param ofAnswers those of that of its answers alone */
export function beginSignature(ofAll: i32, ofAnswers: i32): void {
  bins = ofAll;
  answerBins = ofAnswers;
  memory.fill(MINIMA, 0xff, <usize>bins * 4);
  memory.fill(ANSWER_MINIMA, 0xff, <usize>answerBins * 4);
  hash = letters = digits = whole = answersWhole = a = b = c = d = e = 0;
  before = NO_ANSWER;
}

/** What comes from now on is an answer. */
export function beginAnswers(): void {
  before = letters;
}

/** The digits of all texts: equal for rows that have the same ones in the same order. */
export function signedDigits(): i32 {
  return digits;
}

/** Takes in a text, or a part of one, that is at SCRATCH in UTF-8. */
export function signText(length: i32): void {
  const end = SCRATCH + <usize>length;
  let at = SCRATCH;
  while (at < end) {
    const byte = <i32>load<u8>(at);
    if (byte < 0x80) {
      at += 1;
      const letter = asciiLetter(byte);
      if (letter != 0) addLetter(letter);
    } else {
      const size: usize = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      const code = codeAt(at, size);
      at += size;
      if (isLetter(code)) addLetter(code);
    }
  }
}

/** Writes both signatures. @returns how many shingles there are in all */
export function endSignature(): i32 {
  const own = before == NO_ANSWER ? 0 : letters - before;
  writeSignature(SIGNATURES, MINIMA, bins, letters, whole);
  writeSignature(SIGNATURES + <usize>(bins / WORD) * 4, ANSWER_MINIMA, answerBins, own, answersWhole);
  return shinglesOf(letters);
}

/** A letter in lower case or a digit; 0 for what makes no difference. */
function asciiLetter(byte: i32): i32 {
  const small = byte | 0x20;
  if (<u32>(small - 0x61) < 26) return small;
  return <u32>(byte - 0x30) < 10 ? byte : 0;
}

/** Beyond ASCII all but spaces and the marks of general and CJK punctuation. */
function isLetter(code: i32): bool {
  return !(code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f));
}

function codeAt(at: usize, size: usize): i32 {
  const second = <i32>load<u8>(at, 1) & 0x3f;
  const first = <i32>load<u8>(at);
  if (size == 2) return ((first & 0x1f) << 6) | second;
  const third = <i32>load<u8>(at, 2) & 0x3f;
  if (size == 3) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | (<i32>load<u8>(at, 3) & 0x3f);
}

function addLetter(letter: i32): void {
  if (letter <= 0x39) digits = digits * 31 + letter;
  hash = hash * BASE + letter - a * LEAVING;
  a = b;
  b = c;
  c = d;
  d = e;
  e = letter;
  letters += 1;
  const own = letters - before;
  if (letters <= LEAST_WHOLE) whole = (whole ^ letter) * BASE;
  if (own > 0 && own <= LEAST_WHOLE) answersWhole = (answersWhole ^ letter) * BASE;
  if (letters < SHINGLE) return;
  const value = mixed(hash);
  take(MINIMA, bins, value);
  if (own >= SHINGLE) take(ANSWER_MINIMA, answerBins, value);
}

/** The upper bits say the bin; the minimum is that of another hash of the same. */
function take(minima: usize, count: i32, value: u32): void {
  const bin = minima + <usize>(((value >>> 16) * <u32>count) >>> 16) * 4;
  const rest = value * 0x9e3779b1;
  if (rest < load<u32>(bin)) store<u32>(bin, rest);
}

function shinglesOf(count: i32): i32 {
  return max(0, count - SHINGLE + 1);
}

function writeSignature(into: usize, minima: usize, count: i32, ofLetters: i32, ofWhole: i32): void {
  const words = count / WORD;
  const isWhole = shinglesOf(ofLetters) < LEAST_ESTIMATED;
  for (let word: i32 = 0; word < words; word++) {
    const bits = isWhole ? mixed(ofWhole + word) : binsOf(minima, count, word * WORD);
    store<u32>(into + <usize>word * 4, bits);
  }
}

function binsOf(minima: usize, count: i32, from: i32): u32 {
  let bits: u32 = 0;
  for (let bin = from; bin < from + WORD; bin++)
    bits = (bits << BITS) | (leastOf(minima, count, bin) & ((1 << BITS) - 1));
  return bits;
}

/** A hash of the minimum of a bin; of an empty one that of the next which is not. */
function leastOf(minima: usize, count: i32, bin: i32): u32 {
  let from = bin;
  let least = load<u32>(minima + <usize>from * 4);
  for (let step: i32 = 0; step < count && least == EMPTY; step++) {
    from = from + 1 == count ? 0 : from + 1;
    least = load<u32>(minima + <usize>from * 4);
  }
  return mixed(<i32>least + bin - from);
}

function mixed(value: i32): u32 {
  let h = (<u32>value ^ (<u32>value >>> 16)) * 0x85ebca6b;
  h = (h ^ (h >>> 13)) * 0xc2b2ae35;
  return h ^ (h >>> 16);
}
