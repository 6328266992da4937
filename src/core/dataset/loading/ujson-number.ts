/** Decimals that the reader takes in and the writer puts out (pandas 3.1 ultrajsondec.c, ultrajsonenc.c). */
const MOST_READ = 15;
const MOST_WRITTEN = 10;
/** Above it the writer goes over to ten significant digits. */
const LARGEST_PLAIN = 1e16 - 1;
const SMALLEST_PLAIN = 1e-15;

const POWERS = [
  1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15,
];

/** The float that pandas' ujson reads from a literal with a point or an exponent: often not the nearest one (0.7 → 0.7000000000000001). */
export function readByUjson(literal: string): number {
  const [mantissa = '', exponent] = literal.toLowerCase().split('e');
  const isNegative = mantissa.startsWith('-');
  const [whole = '', decimals = ''] = (isNegative ? mantissa.slice(1) : mantissa).split('.');
  const read = decimals.slice(0, MOST_READ);
  let fraction = 0;
  for (const digit of read) fraction = fraction * 10 + Number(digit);
  const value = Number(BigInt.asUintN(64, BigInt(whole))) + fraction * (POWERS[read.length] ?? 0);
  const signed = isNegative ? -value : value;
  return exponent === undefined ? signed : signed * 10 ** Number(exponent);
}

/** What pandas' ujson writes for a float: at most ten decimals, and null for what no float holds, such as 1e999. */
export function writtenByUjson(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  const positive = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (positive > LARGEST_PLAIN || (positive !== 0 && positive < SMALLEST_PLAIN)) {
    return sign + positive.toPrecision(MOST_WRITTEN).replace(/\.?0+(?=e)/, ''); // as %.10g does
  }
  let whole = Math.trunc(positive);
  const scaled = (positive - whole) * 10 ** MOST_WRITTEN;
  let fraction = Math.trunc(scaled);
  const rest = scaled - fraction;
  if (rest > 0.5 || (rest === 0.5 && (fraction === 0 || fraction % 2 === 1))) fraction += 1;
  if (fraction >= 10 ** MOST_WRITTEN) {
    fraction = 0;
    whole += 1;
  }
  const decimals = String(fraction).padStart(MOST_WRITTEN, '0').replace(/0+$/, '');
  return `${sign}${whole}.${decimals === '' ? '0' : decimals}`;
}

export const INTEGER = /^-?[0-9]+$/;

/** The integer that pandas' ujson reads from a literal that it does not refuse: one beyond 64 bits wraps around. */
export function readIntegerByUjson(integer: string): bigint {
  const value = BigInt(integer);
  return value < 0n ? -BigInt.asUintN(64, -value) : BigInt.asUintN(64, value);
}

/** Whether a number is the same when it has been read and written once, and also when it is read once more. */
export function isKeptByUjson(literal: string): boolean {
  if (isRefusedByUjson(literal)) return true; // what it does not read it does not rewrite
  if (INTEGER.test(literal)) return readIntegerByUjson(literal) === BigInt(literal);
  const value = Number(literal);
  const written = writtenByUjson(readByUjson(literal));
  if (written === 'null') return false;
  return Number(written) === value && readByUjson(written) === value;
}

/**
 * Whether pandas' ujson refuses a number ("Value is too big", "Value is too small"): its digits up to a point or an exponent are beyond
 * 64 bits, unless they wrap around to a larger integer unseen.
 */
export function isRefusedByUjson(literal: string): boolean {
  const isNegative = literal.startsWith('-');
  let value = 0n;
  for (const digit of wholeDigits(literal)) {
    const next = BigInt.asUintN(64, value * 10n + BigInt(digit));
    if (isNegative ? next > 2n ** 63n : value > next) return true;
    value = next;
  }
  return false;
}

function wholeDigits(literal: string): string {
  return /[0-9]+/.exec(literal)?.[0] ?? '';
}
