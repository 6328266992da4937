/** Numbers of 32 bits and one of the other in a float that stays exact. */
const HASH_BITS = 21;
const ROW_SPACE = 2 ** 32;

/** Rows in an order that a seed decides, the same on every machine: by a hash of seed and row. */
export function seededOrder(rows: readonly number[], seed: number): number[] {
  const start = mixed((seed >>> 0) ^ mixed(Math.floor(seed / ROW_SPACE)));
  const keys = Float64Array.from(
    rows,
    (row) => (mixed(mixed(row) ^ start) >>> (32 - HASH_BITS)) * ROW_SPACE + row,
  );
  keys.sort();
  return Array.from(keys, (key) => key % ROW_SPACE);
}

/** The finalizer of MurmurHash3. */
function mixed(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
