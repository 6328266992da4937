/** A 128-bit digest as four 32-bit words. */
export type Digest = Int32Array;

/** Words of a digest. */
export const DIGEST_WORDS = 4;
