import * as v from 'valibot';
import { HumanError } from '../../text/human-error.ts';

/** How many rows a sample has: so many, or a share of them. */
export const sampleAmount = v.union([
  v.object({ rows: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({ fraction: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)) }),
]);
export type SampleAmount = v.InferOutput<typeof sampleAmount>;

/** The number of rows that are taken of `there`; of a share at least one. @throws {HumanError} where there are not so many */
export function sampleSize(amount: SampleAmount, there: number): number {
  if ('fraction' in amount) return Math.max(1, Math.round(amount.fraction * there));
  if (amount.rows <= there) return amount.rows;
  throw new HumanError('prepare.sample.too-few', { there, asked: amount.rows });
}
