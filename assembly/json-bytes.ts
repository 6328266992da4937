/** `-Infinity` */
const LONGEST_WORD: usize = 9;

/**
 * Whether bytes of a text may be a JSON value to pandas' ujson, its escapes not looked into: of whatever `mayBeReadByUjson` says so, and of
 * some more. The text has no white space at its ends.
 */
export function mayBeJson(from: usize, to: usize): bool {
  const first = load<u8>(from);
  if (!isBeginning(first) || !isEnd(load<u8>(to - 1))) return false;
  if (first == 0x7b || first == 0x5b || first == 0x22 || first == 0x5c) return true;
  if (to - from <= LONGEST_WORD) return true;
  return isNumberMark(first) && isNumberLike(from, to);
}

/** Of `"\-0123456789INfnt[{`: of a quote also the backslash before it. */
function isBeginning(byte: u8): bool {
  if (byte >= 0x30 && byte <= 0x39) return true;
  switch (byte) {
    case 0x22: // "
    case 0x5c: // \
    case 0x2d: // -
    case 0x49: // I
    case 0x4e: // N
    case 0x66: // f
    case 0x6e: // n
    case 0x74: // t
    case 0x5b: // [
    case 0x7b: // {
      return true;
    default:
      return false;
  }
}

/** Of `"-.0123456789eENyl]}`. */
function isEnd(byte: u8): bool {
  if (byte >= 0x30 && byte <= 0x39) return true;
  switch (byte) {
    case 0x22: // "
    case 0x2d: // -
    case 0x2e: // .
    case 0x65: // e
    case 0x45: // E
    case 0x4e: // N
    case 0x79: // y
    case 0x6c: // l
    case 0x5d: // ]
    case 0x7d: // }
      return true;
    default:
      return false;
  }
}

function isNumberLike(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) if (!isNumberMark(load<u8>(at))) return false;
  return true;
}

/** A digit, or one of `-.+eE`. */
function isNumberMark(byte: u8): bool {
  if (byte >= 0x30 && byte <= 0x39) return true;
  return byte == 0x2d || byte == 0x2e || byte == 0x2b || byte == 0x65 || byte == 0x45;
}
