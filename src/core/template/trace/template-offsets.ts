/**
 * From offsets in a template with `\n` line ends, which the engine counts in, to those in the template as given, where `\r\n`
 * takes two.
 */
export function templateOffsets(template: string): (offset: number) => number {
  const dropped: number[] = [];
  for (let at = template.indexOf('\r\n'); at >= 0; at = template.indexOf('\r\n', at + 2)) {
    dropped.push(at - dropped.length);
  }
  if (dropped.length === 0) return (offset) => offset;
  return (offset) => offset + countBelow(dropped, offset);
}

/** How many of the sorted numbers are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
