/**
 * Exponential moving average with the start corrected (Adam's bias correction, which TensorBoard uses too), so that the
 * first values are not pulled to zero. `weight` is the part that stays of the average, 0 (the line itself) to below 1. What is
 * no finite number stays what it is and does not touch the average.
 */
export function smooth(values: ArrayLike<number>, weight: number): Float64Array {
  const smoothed = new Float64Array(values.length);
  let average = 0;
  let remaining = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) {
      smoothed[i] = value;
      continue;
    }
    average = average * weight + value * (1 - weight);
    remaining *= weight;
    smoothed[i] = average / (1 - remaining);
  }
  return smoothed;
}
