import type { ComparedPrompt } from '../../core/compare/comparison.ts';

/** A scale from 0 to `max` with marks at its ticks, 0 and `max` among them. */
export interface LossScale {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Parts that a scale is cut into at most. */
const mostParts = 4;

/** One scale for the losses of all rows, before and after, ending at a round number. */
export function lossScale(prompts: readonly ComparedPrompt[]): LossScale {
  const losses = prompts.flatMap(({ loss }) => (loss === null ? [] : [loss.before, loss.after]));
  const most = largest(losses) || 1;
  const step = roundUp(most / mostParts, [1, 2, 5, 10]);
  const parts = Math.max(1, Math.ceil(rounded(most / step)));
  return {
    max: rounded(parts * step),
    ticks: Array.from({ length: parts + 1 }, (_, i) => rounded(i * step)),
  };
}

/** Where a loss stands on the scale, in percent; what is no number or beyond stands at the end. */
export function percentOf(loss: number, { max }: LossScale): number {
  return Number.isFinite(loss) ? Math.min(100, Math.max(0, (100 * loss) / max)) : 100;
}

/**
 * The change of a token's loss that fills a bar: one scale for all strips, ending at a round number. Four of five changes
 * fit: what a model learns first, the end of an answer and its first words, changes so much more that by its measure all the
 * others would go unseen.
 */
export function fullBar(prompts: readonly ComparedPrompt[]): number {
  const changes = prompts
    .flatMap(({ loss }) => loss?.tokens ?? [])
    .map(([, before, after]) => Math.abs(after - before))
    .filter((change) => Number.isFinite(change))
    .sort((a, b) => a - b);
  return roundUp(changes[Math.ceil(changes.length * 0.8) - 1] || 1, [1, 1.5, 2, 3, 4, 5, 6, 8, 10]);
}

/** The smallest of the steps × a power of ten that is not below a positive value. */
function roundUp(value: number, steps: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return rounded(step * power);
}

/** Without the tail that 0.1 + 0.2 has. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isFinite(value) && value > most ? value : most), 0);
}
