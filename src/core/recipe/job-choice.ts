import type { JobHardware } from '../hub/job.ts';
import type { RecipeSettings } from './recipe.ts';

/** The machine of a job and how long it may run. */
export interface JobChoice {
  /** Name of the hardware; null: the default for the recipe. */
  readonly flavor: string | null;
  /** Seconds; null: the default. */
  readonly timeoutSeconds: number | null;
}

export const defaultTimeoutSeconds = 2 * 3600;
const defaultGpu = 'a10g-small';
const defaultCpu = 'cpu-basic';

/** The machine for a recipe that names none: a CPU for one that trains on the CPU, else a small GPU. */
export function defaultFlavor(settings: RecipeSettings, hardware: readonly JobHardware[]): string {
  const usual = usualFlavor(settings);
  if (usual === defaultCpu || hardware.some((each) => each.name === usual)) return usual;
  return hardware.find((each) => each.accelerator != null)?.name ?? defaultCpu;
}

/** The same machine where the Hub is not asked what it has. */
export function usualFlavor(settings: Pick<RecipeSettings, 'use_cpu'>): string {
  return settings.use_cpu ? defaultCpu : defaultGpu;
}

// A year: what is longer is a slip of the hand, and some of it no number that the Hub reads.
const longestSeconds = 366 * 86_400;
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * Seconds of `90s`, `30m`, `1.5h`, `1d`; null for anything else, and for more than a year. A number alone is refused, because `hf jobs` takes it for seconds
 * (trl-and-jobs.md §11, row 16).
 */
export function timeoutSeconds(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text.trim());
  const seconds = match === null ? 0 : Math.floor(Number(match[1]) * (units[match[2] ?? ''] ?? 0));
  return seconds > 0 && seconds <= longestSeconds ? seconds : null;
}

/** `2h`, `90m`, `45s`: the largest unit that needs no fraction. */
export function timeoutText(seconds: number): string {
  const [unit, length] = Object.entries(units).findLast(([, length]) => seconds % length === 0) ?? ['s', 1];
  return `${seconds / length}${unit}`;
}

/** Two decimals, as prices are written; four below a cent, so that cheap hardware is not free. */
export function dollars(amount: number): string {
  return amount > 0 && amount < 0.01 ? amount.toFixed(4) : amount.toFixed(2);
}
