import type { SchemaElement } from 'hyparquet';

/** What the values of a column are, as its logical type says, or where there is none the converted type of older files. */
export type ParquetLeaf =
  | { readonly kind: 'text' | 'bytes' | 'float' | 'date' }
  /** Integers, booleans, and what the library makes text of. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'decimal'; readonly scale: number; readonly precision: number }
  /** Time since 1970 in 10^-`digits` seconds. */
  | { readonly kind: 'timestamp'; readonly digits: number; readonly isUtc: boolean }
  /** Time since midnight in the same. */
  | { readonly kind: 'time'; readonly digits: number };

const TEXT = new Set(['UTF8', 'STRING', 'ENUM', 'JSON']);
const DIGITS = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

export function leafOf({
  type,
  converted_type: converted,
  logical_type: logical,
  ...element
}: SchemaElement): ParquetLeaf {
  if (logical?.type === 'DECIMAL')
    return { kind: 'decimal', scale: logical.scale, precision: logical.precision };
  if (converted === 'DECIMAL')
    return { kind: 'decimal', scale: element.scale ?? 0, precision: element.precision ?? Infinity };
  if (logical?.type === 'TIMESTAMP')
    return { kind: 'timestamp', digits: DIGITS[logical.unit], isUtc: logical.isAdjustedToUTC };
  if (converted === 'TIMESTAMP_MILLIS') return { kind: 'timestamp', digits: DIGITS.MILLIS, isUtc: true };
  if (converted === 'TIMESTAMP_MICROS') return { kind: 'timestamp', digits: DIGITS.MICROS, isUtc: true };
  if (logical?.type === 'TIME') return { kind: 'time', digits: DIGITS[logical.unit] };
  if (converted === 'TIME_MILLIS') return { kind: 'time', digits: DIGITS.MILLIS };
  if (converted === 'TIME_MICROS') return { kind: 'time', digits: DIGITS.MICROS };
  if (type === 'INT96') return { kind: 'timestamp', digits: DIGITS.NANOS, isUtc: false };
  if (converted === 'DATE' || logical?.type === 'DATE') return { kind: 'date' };
  if (type === 'FLOAT' || type === 'DOUBLE' || logical?.type === 'FLOAT16') return { kind: 'float' };
  if (type !== 'BYTE_ARRAY' && type !== 'FIXED_LEN_BYTE_ARRAY') return { kind: 'plain' };
  if (TEXT.has(converted ?? '') || TEXT.has(logical?.type ?? '')) return { kind: 'text' };
  return logical?.type === 'UUID' ? { kind: 'plain' } : { kind: 'bytes' };
}
