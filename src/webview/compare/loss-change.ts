import type { ReferenceLoss } from '../../core/compare/comparison.ts';
import { formatMetric } from '../kit/format-metric.ts';

/** What training did to a loss. `unknown` where one of the two is no number. */
export type LossChange = 'better' | 'worse' | 'same' | 'unknown';

type Losses = Pick<ReferenceLoss, 'before' | 'after'>;

export function lossChange({ before, after }: Losses): LossChange {
  if (!Number.isFinite(before) || !Number.isFinite(after)) return 'unknown';
  if (before === after) return 'same';
  return after < before ? 'better' : 'worse';
}

/** +0.46, −1.23, 0.00: a difference of losses with its sign. */
export function formatChange(change: number): string {
  if (!Number.isFinite(change)) return '—';
  if (Math.abs(change) < 0.005) return '0.00';
  return `${change < 0 ? '−' : '+'}${formatMetric(Math.abs(change))}`;
}
