/** `repr(float)`: the shortest digits that read back, with Python's choice of exponent form. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 16) return plainDecimal(mantissa, exponent);
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function plainDecimal(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** A finite float as an exact fraction: value = numerator / denominator, denominator > 0. */
export function exactFraction(value: number): { numerator: bigint; denominator: bigint } {
  let denominator = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(scaled), denominator };
}

/** numerator / denominator rounded to an integer, ties to even. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  let quotient = size / denominator;
  const twice = (size % denominator) * 2n;
  if (twice > denominator || (twice === denominator && quotient % 2n === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
}

/** `'%.Nf' % abs(value)`: correctly rounded, ties to even. */
export function fixedText(value: number, places: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'inf';
  const { numerator, denominator } = exactFraction(Math.abs(value));
  const scaled = divideHalfEven(numerator * 10n ** BigInt(places), denominator).toString();
  if (places === 0) return scaled;
  const padded = scaled.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** Digits and decimal exponent of abs(value) with `places` digits after the first one. */
export function scientificParts(value: number, places: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(places + 1), exponent: 0 };
  const { numerator, denominator } = exactFraction(Math.abs(value));
  const guess = Number(Math.abs(value).toExponential().split('e')[1]);
  const shift = places - guess;
  const scaled =
    shift >= 0
      ? divideHalfEven(numerator * 10n ** BigInt(shift), denominator)
      : divideHalfEven(numerator, denominator * 10n ** BigInt(-shift));
  const digits = scaled.toString();
  if (digits.length > places + 1) return { digits: digits.slice(0, places + 1), exponent: guess + 1 };
  return { digits, exponent: guess };
}
