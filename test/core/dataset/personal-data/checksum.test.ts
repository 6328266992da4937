import { describe, expect, test } from 'vitest';
import { isIban, isLuhn, isResidentNumber } from '../../../../src/core/dataset/personal-data/checksum.ts';

const withOther = (digits: string, at: number): string =>
  digits.slice(0, at) + String((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);

describe('a checksum', () => {
  test.each(['4111111111111111', '378282246310005', '5555555555554444', '6011111111111117'])(
    'of cards takes %s and no number with another digit',
    (card) => {
      expect(isLuhn(card)).toBe(true);
      for (let n = 0; n < card.length; n++) expect(isLuhn(withOther(card, n)), String(n)).toBe(false);
    },
  );

  test.each([
    'DE89370400440532013000',
    'GB82WEST12345698765432',
    'FR1420041010050500013M02606',
    'NO9386011117947',
  ])('of accounts takes %s and no number with another digit, or of another length', (iban) => {
    expect(isIban(iban)).toBe(true);
    for (let n = 4; n < iban.length; n++) {
      if (/\d/.test(iban[n] ?? '')) expect(isIban(withOther(iban, n)), String(n)).toBe(false);
    }
    expect(isIban(`${iban}0`)).toBe(false);
  });

  test('of resident numbers wants a date that exists and its check digit', () => {
    // Sum of 9·2 + 0·3 + 0·4 + 2·5 + 2·6 + 8·7 + 1·8 + 0·9 + 0·2 + 0·3 + 0·4 + 0·5 = 104; (11 - 104 % 11) % 10 = 6.
    expect(isResidentNumber('9002281000006')).toBe(true);
    expect(isResidentNumber('9002281000007')).toBe(false);
    // 30 February, with the digit that would be right.
    const sum = [9, 0, 0, 2, 3, 0, 1].reduce((all, digit, n) => all + digit * (n + 2), 0);
    expect(isResidentNumber(`900230100000${(11 - (sum % 11)) % 10}`)).toBe(false);
  });

  test('of the numbers of foreign residents adds two', () => {
    // 9·2 + 2·5 + 2·6 + 8·7 + 5·8 = 136; (11 - 136 % 11) % 10 + 2 = 9.
    expect(isResidentNumber('9002285000009')).toBe(true);
    expect(isResidentNumber('9002285000007')).toBe(false);
  });
});
