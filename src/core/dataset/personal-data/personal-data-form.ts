import { apartFrom, byBeginning, type Stretch } from '../wording/apart-from.ts';
import { halfWidth, hyphenated } from './half-width.ts';
import { DIGIT_RUN } from './character-run.ts';
import { isIban, isLuhn, isResidentNumber } from './checksum.ts';
import { emailsIn } from './email-address.ts';
import { phoneNumbersIn } from './phone-number.ts';
import { isIn } from '../wording/text-search.ts';

/** Data of a person in a text. */
export interface FoundPersonalData {
  readonly from: number;
  readonly to: number;
  readonly kind: 'email' | 'phone' | 'resident-number' | 'card' | 'iban';
}

/** All personal data in a text, in order; where two kinds fit the same characters, the one with a checksum wins. */
export function personalDataIn(written: string): FoundPersonalData[] {
  const text = halfWidth(written);
  const numbers = hyphenated(text);
  const hasNumbers = isIn(DIGIT_RUN, numbers);
  const found = hasNumbers ? [...residentNumbers(numbers), ...ibans(text), ...cards(numbers)] : [];
  for (const [from, to] of emailsIn(text)) found.push({ from, to, kind: 'email' });
  if (hasNumbers) addPhoneNumbers(numbers, found);
  return found.sort((a, b) => a.from - b.from);
}

function addPhoneNumbers(text: string, found: FoundPersonalData[]): void {
  const taken = found.map(({ from, to }): Stretch => [from, to]).sort(byBeginning);
  for (const [from, to] of apartFrom(phoneNumbersIn(text), taken)) found.push({ from, to, kind: 'phone' });
}

function residentNumbers(text: string): FoundPersonalData[] {
  const found: FoundPersonalData[] = [];
  for (const { index, 0: whole, 1: birth = '', 2: rest = '' } of text.matchAll(
    /(?<![\d-])(\d{6})(?: ?- ?| ?)([1-8]\d{6})(?![\d-])/g,
  )) {
    if (rest.endsWith('234567') || !isResidentNumber(birth + rest)) continue;
    if (whole.length === 13 && !isSaidInKorean(text, index)) continue;
    found.push({ from: index, to: index + whole.length, kind: 'resident-number' });
  }
  return found;
}

/** Thirteen digits in a row are one by chance too often, unless they are the whole text or Korean stands before them. */
function isSaidInKorean(text: string, index: number): boolean {
  return text.trim().length === 13 || /[가-힣]/.test(text.slice(Math.max(0, index - 30), index));
}

/** IBANs that the registry and banks show as examples. */
const EXAMPLE_IBANS = new Set([
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'GB29NWBK60161331926819',
  'GB33BUKB20201555555555',
  'FR1420041010050500013M02606',
  'FR7630006000011234567890189',
  'NL91ABNA0417164300',
  'ES9121000418450200051332',
  'CH9300762011623852957',
  'IT60X0542811101000000123456',
]);

function ibans(text: string): FoundPersonalData[] {
  const found: FoundPersonalData[] = [];
  for (const { index, 0: whole } of text.matchAll(
    /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
  )) {
    const iban = whole.replaceAll(' ', '');
    if (isIban(iban) && !EXAMPLE_IBANS.has(iban))
      found.push({ from: index, to: index + whole.length, kind: 'iban' });
  }
  return found;
}

/** Numbers that payment services give for tests, beyond those of few different digits. */
const TEST_CARDS = new Set([
  '4539148803436467',
  '4532015112830366',
  '371449635398431',
  '378282246310005',
  '378734493671000',
  '3566002020360505',
  '5200828282828210',
  '2223003122003222',
  '4000056655665556',
  '6011000990139424',
]);

function cards(text: string): FoundPersonalData[] {
  const found: FoundPersonalData[] = [];
  for (const { index, 0: whole } of text.matchAll(
    /(?<![\d.+-])(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}|\d{4}([ -]?)\d{6}\2\d{4,5})(?!\d|[.-]\d)/g,
  )) {
    const digits = whole.replaceAll(/[ -]/g, '');
    if (!CARD.test(digits) || !isLuhn(digits) || isTestCard(digits)) continue;
    found.push({ from: index, to: index + whole.length, kind: 'card' });
  }
  return found;
}

/** Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay, each with its length. */
const CARD =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|62\d{14})$/;

function isTestCard(digits: string): boolean {
  return TEST_CARDS.has(digits) || new Set(digits).size <= 4 || /0{6}|1234567|(\d)\1{5}/.test(digits);
}
