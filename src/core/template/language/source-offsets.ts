/** Offsets of a normalised template (`normalizeTemplate`) as offsets of the text that it was made from: `\r\n` counts two there. */
export function sourceOffsets(source: string): (offset: number) => number {
  const shortened: number[] = [];
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) {
    shortened.push(at - shortened.length);
  }
  if (shortened.length === 0) return (offset) => offset;
  return (offset) => offset + countBelow(shortened, offset);
}

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
