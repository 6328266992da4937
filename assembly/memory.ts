// What lies where in the memory that the modules share with their caller (src/core/dataset/row-code/row-code.ts).

/** Lanes of a vector. */
export const LANES: i32 = 16;

/** Eight vectors of nibble tables: of pairs 0 to 7 those of the first byte, low and high, and of the second; then those of pairs 8 to 15. */
export const TABLES: usize = 0;
/** Where the caller writes bytes of a file, with one more that stands behind them. */
export const BYTES: usize = 128;
/** Bytes that there is room for: a multiple of the lanes. */
export const MOST_BYTES: i32 = 1 << 16;
/** Where lines are written: two integers for each. */
export const LINES: usize = BYTES + <usize>MOST_BYTES + LANES;

/** Where a text is written without its escapes. */
export const SCRATCH: usize = LINES + (<usize>MOST_BYTES + 2) * 8;
/** Of the row that was recognised: the four words of its digest, and whether a text begins or ends with white space. */
export const ROW: usize = SCRATCH + <usize>MOST_BYTES + LANES;
/** Its texts: eight integers for each. */
export const TEXTS: usize = ROW + 32;
export const MOST_TEXTS: i32 = 1024;
export const MOST_BINS: i32 = 256;
/** The least hash of each bin of a signature, and of that of the answers. */
export const MINIMA: usize = TEXTS + <usize>MOST_TEXTS * 32;
export const ANSWER_MINIMA: usize = MINIMA + <usize>MOST_BINS * 4;
/** Both signatures, one behind the other: half a byte for each bin. */
export const SIGNATURES: usize = ANSWER_MINIMA + <usize>MOST_BINS * 4;
/** Where the caller writes a bit for each four letters that words begin with. */
export const BEGINNINGS: usize = SIGNATURES + <usize>MOST_BINS;
export const MOST_BEGINNINGS: i32 = 1 << 20;
/** Where the caller writes the shapes that it knows. */
export const SHAPES: usize = BEGINNINGS + <usize>(MOST_BEGINNINGS / 8);
export const MOST_SHAPES: i32 = 1 << 18;
