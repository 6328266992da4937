/** ISO/IEC 7812-1: the check digit of payment cards. @param digits nothing but digits. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n]);
    sum += n % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** ISO 13616: the check digits of an IBAN. @param iban letters and digits without spaces. */
export function isIban(iban: string): boolean {
  if (IBAN_LENGTHS[iban.slice(0, 2)] !== iban.length) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Length of an IBAN by country (SWIFT's registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 ' +
    'MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22'
  )
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/**
 * Whether thirteen digits can be a Korean resident registration number: a date that exists and the check digit. The numbers of
 * foreign residents (5–8) add 2 to it. Numbers given out since October 2020 have no check digit and are not recognised.
 */
export function isResidentNumber(digits: string): boolean {
  const type = Number(digits[6]);
  if (type < 1 || type > 8 || !isBirthDate(digits.slice(0, 6), type)) return false;
  const sum = WEIGHTS.reduce((all, weight, n) => all + weight * Number(digits[n]), 0);
  const check = (11 - (sum % 11)) % 10;
  return Number(digits[12]) === (type > 4 ? (check + 2) % 10 : check);
}

/** @param date `yymmdd`; @param type 1, 2, 5 and 6 are born before 2000. */
function isBirthDate(date: string, type: number): boolean {
  const year = Number(date.slice(0, 2)) + ([1, 2, 5, 6].includes(type) ? 1900 : 2000);
  const month = Number(date.slice(2, 4));
  const day = Number(date.slice(4, 6));
  const days = [31, year % 4 === 0 && year !== 1900 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year <= LAST_WITH_CHECK && day >= 1 && day <= (days[month - 1] ?? 0);
}

const LAST_WITH_CHECK = 2020;
