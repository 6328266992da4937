import { formatNumber } from '../../core/text/message.ts';

/** A loss or another number of moderate size as a reader needs it: 1.42, 12.3, 1,234, 0.0123, 3.1e-6. */
export function formatMetric(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0) return String(value);
  if (size < 0.001 || size >= 1e7) return value.toExponential(1);
  if (size < 0.1) return value.toPrecision(3);
  if (size < 10) return value.toFixed(2);
  return size < 100 ? value.toFixed(1) : formatNumber(Math.round(value));
}

/** A learning rate: 7.4e-4. */
export function formatRate(value: number): string {
  return Number.isFinite(value) && value !== 0 ? value.toExponential(1) : String(value);
}

/** A count that grows large: 812, 12.4k, 3.1M. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value) || value < 10_000) return formatNumber(Math.round(value));
  if (value < 999_950) return `${(value / 1e3).toFixed(1)}k`;
  return value < 999_950_000 ? `${(value / 1e6).toFixed(1)}M` : `${(value / 1e9).toFixed(1)}G`;
}

/** 0.05 → 5 %; what is not nothing is never shown as 0 %. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return '<1 %';
  return `${Math.round(share * 100)} %`;
}
