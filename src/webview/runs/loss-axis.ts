/** A vertical axis and its ticks. On a log scale all three are powers of ten. */
interface VerticalAxis {
  readonly yMin: number;
  readonly yMax: number;
  readonly ySplits: readonly number[];
}

/** Where a value stands on the axis. */
export function onAxis(value: number, logScale: boolean): number {
  return logScale ? Math.log10(value) : value;
}

/** An axis from 0 to the next round step over the highest value: 5.71 → 0, 2, 4, 6. */
export function linearAxis(values: readonly number[]): VerticalAxis {
  const highest = Math.max(0, ...finite(values));
  const step = niceStep(highest === 0 ? 1 : highest);
  // Room for the line's own width at the top.
  const count = Math.max(1, Math.ceil((highest * 1.02) / step));
  const ySplits = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return { yMin: 0, yMax: count * step, ySplits };
}

/** An axis between the 1, 2 or 5 times a power of ten around the values; over more than two decades ticks are powers of ten. */
export function logAxis(values: readonly number[]): VerticalAxis {
  const positive = finite(values).filter((value) => value > 0);
  if (positive.length === 0) return { yMin: -1, yMax: 0, ySplits: [-1, 0] };
  const lowest = Math.min(...positive);
  const highest = Math.max(...positive);
  const candidates = roundNumbers(Math.floor(Math.log10(lowest)) - 1, Math.ceil(Math.log10(highest)) + 1);
  const bottom = candidates.findLast((value) => value <= lowest) ?? lowest;
  const top = candidates.find((value) => value >= highest && value > bottom) ?? highest;
  const wide = top / bottom > 100;
  const ticks = candidates.filter(
    (value) => value >= bottom && value <= top && (!wide || isPowerOfTen(value)),
  );
  return {
    yMin: Math.log10(bottom),
    yMax: Math.log10(top),
    ySplits: ticks.map((value) => Math.log10(value)),
  };
}

/** A step of 1, 2 or 5 times a power of ten that fits three to six times into a number. */
function niceStep(value: number): number {
  const rough = value / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].findLast((factor) => factor * power <= rough * 1.5) ?? 1;
  return factor * power;
}

function roundNumbers(fromPower: number, toPower: number): number[] {
  const powers = Array.from({ length: toPower - fromPower + 1 }, (_, i) => fromPower + i);
  return powers.flatMap((power) => [1, 2, 5].map((factor) => Number(`${factor}e${power}`)));
}

function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Number(Math.log10(value).toPrecision(12)));
}

function finite(values: readonly number[]): number[] {
  return values.filter((value) => Number.isFinite(value));
}
