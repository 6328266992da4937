/** Two neighbouring bytes, each one of some ASCII characters; `''` is any byte, and high bytes are those beyond ASCII. */
interface BytePair {
  readonly first: string;
  readonly second: string;
  readonly highSecond?: true;
}

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS = SMALL + SMALL.toUpperCase();

/**
 * Pairs of bytes that few rows have, and one of which is in everything that rules look for. A few more are found with them, because
 * halves of bytes are looked up: each byte whose upper half is that of one of the characters and whose lower half is that of another.
 */
const PAIRS = {
  brace: { first: '{', second: `{\\${LETTERS}`, highSecond: true },
  /** In two parts, because JSON is full of `[{`. */
  bracket: { first: '[', second: `\\ABCDEFGHIJKLMNOabcdefghijklmno`, highSecond: true },
  bracketLate: { first: '[', second: '\\PQRSTUVWXYZpqrstuvwxyz' },
  angle: { first: '<', second: `!/|\\${LETTERS}`, highSecond: true },
  underscore: { first: '_', second: '' },
  at: { first: '@', second: '' },
  fence: { first: '`', second: '`' },
  escape: { first: '\\', second: 'ubf' },
  delete: { first: '\x7f', second: '' },
  capitalA: { first: 'A', second: 'AIKSc' },
  firstPerson: { first: 'I', second: " '" },
  hyphen: { first: 'kltXiabeoprs', second: '-' },
  slash: { first: '/', second: 'swI' },
  capitals: { first: 'PSTFOX=', second: 'RLGBOIX\\' },
  capitalLJ: { first: 'LJ', second: '' },
  key: { first: 'ts_', second: 'k' },
} as const satisfies Record<string, BytePair>;

type PairName = keyof typeof PAIRS;
const NAMES = Object.keys(PAIRS) as PairName[];

/** What may be in a text, as bits: the pairs, and marks that are no pairs. */
export const textMark: Readonly<Record<PairName | 'notAscii' | 'numberRun' | 'lineEnd' | 'any', number>> = {
  ...(Object.fromEntries(NAMES.map((name, n) => [name, 1 << n])) as Record<PairName, number>),
  notAscii: 1 << 16,
  /** Nine digits, spaces or marks of numbers one after another. */
  numberRun: 1 << 17,
  lineEnd: 1 << 18,
  /** A mark that every text has, for searches without marks of their own. */
  any: 1 << 30,
};

/** The marks of a text that was not looked at. */
export const ALL_MARKS = -1;

/** Bytes of a nibble table. */
const TABLE = 16;
/** Pairs of one set of tables. */
const SET = 8;

/** For each set of eight pairs four tables of 16 bytes: by the lower and the upper half of the first byte, and of the second. */
export function nibbleTables(): Uint8Array {
  const tables = new Uint8Array((NAMES.length / SET) * 4 * TABLE);
  for (const [n, name] of NAMES.entries()) {
    const pair: BytePair = PAIRS[name];
    const bit = 1 << (n % SET);
    const at = Math.floor(n / SET) * 4 * TABLE;
    for (const byte of bytesOf(pair.first, false)) addByte(tables, at, byte, bit);
    for (const byte of bytesOf(pair.second, pair.highSecond === true))
      addByte(tables, at + 2 * TABLE, byte, bit);
  }
  return tables;
}

function addByte(tables: Uint8Array, at: number, byte: number, bit: number): void {
  const low = at + (byte & 15);
  const high = at + TABLE + (byte >> 4);
  tables[low] = (tables[low] ?? 0) | bit;
  tables[high] = (tables[high] ?? 0) | bit;
}

function bytesOf(characters: string, withHigh: boolean): number[] {
  const every = Array.from({ length: 256 }, (_, byte) => byte);
  if (characters === '') return every;
  return every.filter((byte) => (byte < 0x80 ? characters.includes(String.fromCharCode(byte)) : withHigh));
}

const TABLES = nibbleTables();

/** The marks of a pair of neighbouring bytes, as the scan of lines finds them. */
export function marksOfPair(first: number, second: number): number {
  let marks = 0;
  for (let set = 0; set * SET < NAMES.length; set++) {
    const at = set * 4 * TABLE;
    const ofFirst = (TABLES[at + (first & 15)] ?? 0) & (TABLES[at + TABLE + (first >> 4)] ?? 0);
    const ofSecond =
      (TABLES[at + 2 * TABLE + (second & 15)] ?? 0) & (TABLES[at + 3 * TABLE + (second >> 4)] ?? 0);
    marks |= (ofFirst & ofSecond) << (set * SET);
  }
  return marks;
}

/** Marks one of which a text has if it holds one of these strings. */
export function marksOf(...held: readonly string[]): number {
  return held.reduce((marks, each) => marks | markOf(each), 0);
}

function markOf(held: string): number {
  const bytes = new TextEncoder().encode(held);
  for (const [n, first] of bytes.entries()) {
    const second = bytes[n + 1];
    const marks = second === undefined ? marksBeforeAny(first) : marksOfPair(first, second);
    if (marks !== 0) return marks & -marks;
  }
  return bytes.some((byte) => byte >= 0x80) ? textMark.notAscii : textMark.any;
}

/** The marks of a byte whatever follows it. */
function marksBeforeAny(first: number): number {
  let marks = -1;
  for (let second = 0; second < 256; second++) marks &= marksOfPair(first, second);
  return marks;
}
