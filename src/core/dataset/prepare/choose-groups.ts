/** Upper bound on the work of the exact search, in steps. */
const MOST_STEPS = 2e8;

/**
 * Which groups together have nearest to `target` rows: the first in the given order where they fit, so that the order decides by chance;
 * where a rest cannot be filled so, the sum of sizes that is nearest, found by counting through (bounded subset sum). A tie goes to
 * the smaller sum. Where there is too much to count through, the largest first, if that leaves less.
 */
export function chooseGroups(sizes: readonly number[], target: number): boolean[] {
  const inOrder = whatFits(sizes, target, [...sizes.keys()]);
  if (inOrder.rest === 0) return inOrder.chosen;
  const nearest = nearestSum(sizes, target, inOrder.rest);
  if (nearest !== null) return nearest;
  const bySize = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const largestFirst = whatFits(sizes, target, bySize);
  return largestFirst.rest < inOrder.rest ? largestFirst.chosen : inOrder.chosen;
}

/** @param order in which the groups are taken */
function whatFits(sizes: readonly number[], target: number, order: readonly number[]) {
  const chosen = sizes.map(() => false);
  let rest = target;
  for (const at of order) {
    const size = sizes[at] ?? 0;
    if (size > rest) continue;
    rest -= size;
    chosen[at] = true;
  }
  return { chosen, rest };
}

/** Null if none is nearer than `rest`. */
function nearestSum(sizes: readonly number[], target: number, rest: number): boolean[] | null {
  const counts = new Map<number, number>();
  const limit = target + rest - 1;
  for (const size of sizes) if (size <= limit) counts.set(size, (counts.get(size) ?? 0) + 1);
  if (counts.size * limit > MOST_STEPS) return null;
  const last = reachedSums(counts, limit);
  for (let off = 0; off < rest; off++) {
    for (const sum of [target - off, target + off]) {
      if ((last[sum] ?? 0) !== 0) return groupsOfSum(sizes, last, sum);
    }
  }
  return null;
}

/** For every sum that groups can have, the size of one of them; 0 for those that cannot be. */
function reachedSums(counts: ReadonlyMap<number, number>, limit: number): Int32Array {
  const last = new Int32Array(limit + 1);
  for (const [size, count] of counts) {
    const used = new Int32Array(limit + 1);
    for (let sum = size; sum <= limit; sum++) {
      const before = sum - size;
      const isReached = before === 0 || (last[before] ?? 0) !== 0;
      if (last[sum] !== 0 || !isReached || (used[before] ?? 0) >= count) continue;
      last[sum] = size;
      used[sum] = (used[before] ?? 0) + 1;
    }
  }
  return last;
}

function groupsOfSum(sizes: readonly number[], last: Int32Array, sum: number): boolean[] {
  const wanted = new Map<number, number>();
  for (let rest = sum; rest > 0;) {
    const size = last[rest] ?? rest;
    wanted.set(size, (wanted.get(size) ?? 0) + 1);
    rest -= size;
  }
  return sizes.map((size) => {
    const left = wanted.get(size) ?? 0;
    if (left > 0) wanted.set(size, left - 1);
    return left > 0;
  });
}
