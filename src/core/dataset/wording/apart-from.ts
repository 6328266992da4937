/** From where to where something stands in a text, in UTF-16 units. */
export type Stretch = readonly [number, number];

/** The stretches that share no character with those that are taken; both in the order in which they begin. */
export function apartFrom(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  let next = 0;
  return stretches.filter(([from, to]) => {
    while ((taken[next]?.[1] ?? Infinity) <= from) next += 1;
    return (taken[next]?.[0] ?? Infinity) >= to;
  });
}

/** Sorts stretches by where they begin. */
export function byBeginning([one]: Stretch, [other]: Stretch): number {
  return one - other;
}
