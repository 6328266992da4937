/** A float as Python prints it, and with it a template: the fewest digits that say it, with an exponent from 1e16 on and below 1e-4. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const size = Number(exponent);
  if (size < -4 || size >= 16)
    return `${digits}e${size < 0 ? '-' : '+'}${String(Math.abs(size)).padStart(2, '0')}`;
  const sign = Object.is(value, -0) ? '-' : '';
  return Number.isInteger(value) ? `${sign}${value}.0` : String(value);
}
