import { apartFrom, byBeginning, type Stretch } from '../wording/apart-from.ts';

/** How numbers are written, and which of them belong to nobody. */
interface Way {
  readonly pattern: RegExp;
  readonly isNone?: (number: string) => boolean;
}

const WAYS: readonly Way[] = [
  // Korean mobile numbers, with or without marks.
  { pattern: /(?<![\d.+-])(?:\+?82[-. ]?\(?0?\)?1[016789]|01[016789])([-. ]?)\d{3,4}\1\d{4}(?!\d|[-.+]\d)/g },
  // The same with unlike marks, or brackets around what they begin with.
  {
    pattern: /(?<![\d.+-])(?:01[016789][- ]|\(?01[016789]\)[- ]?)\d{3,4}[- ]\d{4}(?!\d|[-.+]\d)/g,
  },
  // Korean numbers by area, internet telephones (070) and personal numbers (050x).
  {
    pattern:
      /(?<![\d.+-])(?:\(?0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)(?:\)[-. ]{0,2}|[-. ]{1,2})|\+82[-. ]?(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70)[-. ]{1,2})[1-9]\d{2,3}[-. ]\d{4}(?!\d|[-.+]\d)/g,
  },
  // North America: no area or exchange begins with 0 or 1.
  {
    pattern:
      /(?<![\d.-])(?:\+?1[-. ]{1,2})?(?:\([2-9]\d\d\)[-. ]?|[2-9]\d\d([-.]))[2-9]\d\d[-. ]\d{4}(?!\d|[-.+]\d)/g,
    isNone: (number) => /^1?(?:8(?:00|33|44|55|66|77|88)|900)|^1?\d{3}555/.test(number),
  },
  // Anywhere else, with the code of the country.
  {
    pattern: /(?<![\w.+-])\+[2-9]\d{0,2}[-. ]\(?\d{1,4}\)?(?:[-. ]\d{2,6}){1,4}(?!\d|[-.+]\d)/g,
    isNone: (number) => number.length < 9 || number.length > 15 || /^447700900|^1/.test(number),
  },
];

/** Telephone numbers in a text, in order, without those that only show the format. */
export function phoneNumbersIn(text: string): readonly Stretch[] {
  let found: Stretch[] = [];
  for (const way of WAYS) found = [...found, ...apartFrom(writtenIn(text, way), found)].sort(byBeginning);
  return found;
}

function writtenIn(text: string, { pattern, isNone }: Way): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: whole } of text.matchAll(pattern)) {
    const digits = whole.replaceAll(/\D/g, '');
    if (!isPlaceholder(digits) && isNone?.(digits) !== true) found.push([index, index + whole.length]);
  }
  return found;
}

/** Counted up, counted down, or the same digit over and over. */
function isPlaceholder(digits: string): boolean {
  const own = digits.slice(-8);
  if (/^(\d)\1{3}(\d)\2{3}$/.test(own) || /(\d)\1{5}/.test(digits)) return true;
  return (
    ['0123456789012345', '9876543210987654'].some((run) => run.includes(own.slice(-7))) ||
    own.endsWith('12345678')
  );
}
