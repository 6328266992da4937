const FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?$/;
const DASH = 0x2d;

/**
 * Whether Arrow's JSON reader takes a text for a time stamp in whole seconds (ISO 8601; pyarrow 26.0 as datasets 5.2 calls it). Asked of
 * every text of a file, so the dashes are looked for first.
 */
export function isIsoDate(text: string): boolean {
  if (text.length < 10 || text.length > 25) return false;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const match = FORM.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  return isDay(year ?? 0, month ?? 0, day ?? 0);
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
