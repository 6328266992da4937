/** Decimal digits of any script as ASCII ones, as Python reads them. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (character) =>
    /\p{Nd}/u.test(character) ? String(digitValue(character)) : character,
  );
}

/** Decimal digits stand in runs of ten that begin at a zero. */
function digitValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return value;
}
