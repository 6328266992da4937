import { BEGINNINGS, BYTES } from './memory';

const BACKSLASH: u8 = 0x5c;

/**
 * Whether a word may begin, where no letter stands before it, with one of the beginnings that the caller has written: a bit for each four
 * letters, five bits a letter. Whatever is beyond ASCII may be one. A backslash and the letter of its escape may stand before a word.
 */
export function mayHoldBeginning(from: i32, to: i32): bool {
  const end = BYTES + <usize>to;
  let isInWord = false;
  for (let at = BYTES + <usize>from; at < end; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80) return true;
    const letter = letterOf(byte);
    if (letter == 0) isInWord = false;
    else if (!isInWord) {
      const four = (letter << 15) | lettersAfter(at);
      if ((load<u8>(BEGINNINGS + <usize>(four >> 3)) & (1 << (four & 7))) != 0) return true;
      isInWord = load<u8>(at - 1) != BACKSLASH;
    }
  }
  return false;
}

/** The three behind an address. */
function lettersAfter(at: usize): i32 {
  return (letterOf(load<u8>(at, 1)) << 10) | (letterOf(load<u8>(at, 2)) << 5) | letterOf(load<u8>(at, 3));
}

/** 1 to 26 for a letter in either case; 0 for any other byte. */
function letterOf(byte: u8): i32 {
  const number = (<i32>byte | 0x20) - 0x60;
  return number >= 1 && number <= 26 ? number : 0;
}
