import { sampleSize, type SampleAmount } from './sample-amount.ts';
import { seededOrder } from './seeded-order.ts';

/** Which rows a seed takes, each as likely as another. @throws {HumanError} where there are not so many */
export function sampledRows(
  numbers: readonly number[],
  amount: SampleAmount,
  seed: number,
): ReadonlySet<number> {
  return new Set(seededOrder(numbers, seed).slice(0, sampleSize(amount, numbers.length)));
}
