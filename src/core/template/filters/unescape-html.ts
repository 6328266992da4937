import { entityCharacter } from './html-entities.ts';

const REFERENCE = /&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/gu;
/** What the C1 controls stand for in Windows-1252, which HTML 5 reads them as. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Python's `html.unescape`. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, reference: string) =>
    reference.startsWith('#') ? numbered(reference.slice(1).replace(/;$/u, '')) : named(reference),
  );
}

function numbered(digits: string): string {
  const point = /^[xX]/u.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (point === 0 || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) return '\ufffd';
  if (point === 13) return '\r';
  if (point >= 0x80 && point <= 0x9f) return WINDOWS.charAt(point - 0x80);
  return isInvalid(point) ? '' : String.fromCodePoint(point);
}

function isInvalid(point: number): boolean {
  if (point < 0x20) return point !== 9 && point !== 10 && point !== 12;
  return point === 0x7f || (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe;
}

function named(reference: string): string {
  const whole = entityCharacter(reference);
  if (whole !== undefined) return whole;
  for (let end = reference.length - 1; end > 1; end--) {
    const part = entityCharacter(reference.slice(0, end));
    if (part !== undefined) return part + reference.slice(end);
  }
  return `&${reference}`;
}
