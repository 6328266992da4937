/** Heights of lines in pixels, estimated at first and corrected as they are drawn. Every question costs the logarithm of their number. */
export class LineHeights {
  readonly #heights: Float64Array;
  /** A Fenwick tree: node i holds the sum of the heights that end with line i. */
  readonly #sums: Float64Array;
  readonly #highestBit: number;

  constructor(heights: Float64Array) {
    this.#heights = heights;
    const count = heights.length;
    this.#sums = new Float64Array(count + 1);
    for (let node = 1; node <= count; node++) {
      this.#sums[node] = (this.#sums[node] ?? 0) + (heights[node - 1] ?? 0);
      const parent = node + (node & -node);
      if (parent <= count) this.#sums[parent] = (this.#sums[parent] ?? 0) + (this.#sums[node] ?? 0);
    }
    this.#highestBit = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));
  }

  get count(): number {
    return this.#heights.length;
  }

  /** Height of all lines together. */
  get total(): number {
    return this.top(this.count);
  }

  /** Where a line begins. */
  top(line: number): number {
    let sum = 0;
    for (let node = line; node > 0; node -= node & -node) sum += this.#sums[node] ?? 0;
    return sum;
  }

  /** Corrects the height of a line. Whether it was another. */
  set(line: number, height: number): boolean {
    const change = height - (this.#heights[line] ?? 0);
    if (Math.abs(change) < 0.01) return false;
    this.#heights[line] = height;
    for (let node = line + 1; node <= this.count; node += node & -node)
      this.#sums[node] = (this.#sums[node] ?? 0) + change;
    return true;
  }

  /** The line at a height; the last one below all of them. */
  lineAt(y: number): number {
    let node = 0;
    let left = y;
    for (let bit = this.#highestBit; bit > 0; bit >>= 1) {
      const next = node + bit;
      if (next <= this.count && (this.#sums[next] ?? 0) <= left) {
        node = next;
        left -= this.#sums[next] ?? 0;
      }
    }
    return Math.max(0, Math.min(node, this.count - 1));
  }
}

/** A character of the East Asian scripts or an emoji takes two columns, any other one. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\ud83c-\ud83e][\udc00-\udfff]/g;

/** Rows that a line takes if so many columns fit into one. */
export function estimatedRows(line: string, columns: number): number {
  const wide = line.length > columns / 2 ? (line.match(WIDE)?.length ?? 0) : 0;
  return Math.max(1, Math.ceil((line.length + wide) / Math.max(1, columns)));
}
