/** The first of so many positions that is beyond something, as all after it are; `count` if no position is. A binary search. */
export function firstFrom(count: number, isBeyond: (position: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
