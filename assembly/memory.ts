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
/** Where the caller writes the shapes that it knows. */
export const SHAPES: usize = TEXTS + <usize>MOST_TEXTS * 32;
export const MOST_SHAPES: i32 = 1 << 18;
