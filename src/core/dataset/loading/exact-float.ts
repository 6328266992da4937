/** Digits of the longest number that a float is exactly. */
const MOST_DIGITS = 767;

/** Whether the float that is read from a literal is the very number that the literal says, however many digits it is written with. */
export function isExactFloat(literal: string): boolean {
  const value = Number(literal);
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + decimals).replace(/^0+/, '');
  if (value === 0 || !Number.isFinite(value)) return digits === '';
  const kept = digits.replace(/0+$/, '');
  if (kept.length > MOST_DIGITS) return false;
  const scale = Number(exponent) - decimals.length + digits.length - kept.length;
  const [integer, twos] = integerAndTwos(Math.abs(value));
  // kept · 10^scale = integer · 2^twos
  const [left, right] = [[BigInt(kept)], [integer]];
  (scale < 0 ? right : left).push(10n ** BigInt(Math.abs(scale)));
  (twos < 0 ? left : right).push(2n ** BigInt(Math.abs(twos)));
  return product(left) === product(right);
}

/** A float as an integer times a power of two. */
function integerAndTwos(value: number): [integer: bigint, twos: number] {
  let [integer, twos] = [value, 0];
  while (!Number.isInteger(integer)) {
    integer *= 2;
    twos -= 1;
  }
  return [BigInt(integer), twos];
}

function product(factors: readonly bigint[]): bigint {
  return factors.reduce((all, factor) => all * factor, 1n);
}
