/** One value of a metric, with the three places that a chart can put it at. */
interface MetricPoint {
  readonly step: number;
  /** NaN where the runner did not know it. */
  readonly epoch: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** NaN and infinities are values too. */
  readonly value: number;
}

/** The columns that a series keeps for each of its points. */
type SeriesColumn = keyof MetricPoint;

const columns = ['step', 'epoch', 'time', 'value'] as const satisfies readonly SeriesColumn[];

/**
 * The values of one metric in the order of their steps, each step once: a step that comes again (a run that was resumed
 * from an earlier checkpoint) replaces the value from before. Columns are typed arrays that grow by doubling.
 */
export class MetricSeries {
  #length = 0;
  #arrays: Record<SeriesColumn, Float64Array> = {
    step: new Float64Array(64),
    epoch: new Float64Array(64),
    time: new Float64Array(64),
    value: new Float64Array(64),
  };

  get length(): number {
    return this.#length;
  }

  /** A view of the points so far, not a copy: good until the next `set`. */
  column(name: SeriesColumn): Float64Array {
    return this.#arrays[name].subarray(0, this.#length);
  }

  /** The point at an index, negative ones from the end; undefined outside. */
  at(index: number): MetricPoint | undefined {
    const i = index < 0 ? this.#length + index : index;
    if (i < 0 || i >= this.#length) return undefined;
    return {
      step: this.#arrays.step[i] ?? NaN,
      epoch: this.#arrays.epoch[i] ?? NaN,
      time: this.#arrays.time[i] ?? NaN,
      value: this.#arrays.value[i] ?? NaN,
    };
  }

  /** Index of the first point whose step is not less than this one; `length` if there is none. */
  indexOfStep(step: number): number {
    const steps = this.#arrays.step;
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((steps[middle] ?? Infinity) < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds a point, or replaces the one of the same step. */
  set(point: MetricPoint): void {
    const index = this.indexOfStep(point.step);
    const known = index < this.#length && this.#arrays.step[index] === point.step;
    if (!known) this.#makeRoom(index);
    for (const name of columns) this.#arrays[name][index] = point[name];
  }

  #makeRoom(index: number): void {
    if (this.#length === this.#arrays.step.length) this.#grow();
    if (index < this.#length)
      for (const name of columns) this.#arrays[name].copyWithin(index + 1, index, this.#length);
    this.#length++;
  }

  #grow(): void {
    for (const name of columns) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#arrays[name]);
      this.#arrays[name] = larger;
    }
  }
}
