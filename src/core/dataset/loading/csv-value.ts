/** What pandas reads as nothing (pandas _libs/parsers.pyx, STR_NA_VALUES). */
const NOTHING = new Set([
  '',
  '#N/A',
  '#N/A N/A',
  '#NA',
  '-1.#IND',
  '-1.#QNAN',
  '-NaN',
  '-nan',
  '1.#IND',
  '1.#QNAN',
  '<NA>',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'None',
  'n/a',
  'nan',
  'null',
]);

export type CsvValueKind = 'null' | 'text' | 'integer' | 'float' | 'boolean';

/** What pandas takes one field for, as long as the others of its column are alike. Quotes around it make no difference. */
export function csvValueKind(field: string): CsvValueKind {
  if (NOTHING.has(field)) return 'null';
  // most fields are text, which their first character says
  if (!MAY_BE_ELSE.test(field)) return 'text';
  if (INTEGER.test(field)) return 'integer';
  if (FLOAT.test(field)) return 'float';
  return BOOLEAN.test(field) ? 'boolean' : 'text';
}

const MAY_BE_ELSE = /^[\s0-9+\-.iItTfF]/;
const INTEGER = /^[ \t\n\v\f\r]*[+-]?[0-9]+[ \t\n\v\f\r]*$/;
const FLOAT =
  /^[ \t\n\v\f\r]*[+-]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf|infinity)[ \t\n\v\f\r]*$/i;
const BOOLEAN = /^(?:true|false)$/i;

/** How a value is written once it was read so and made text again. */
export function csvWritten(field: string, kind: 'integer' | 'float' | 'boolean'): string {
  if (kind === 'boolean') return field.toLowerCase();
  const digits = field.trim().replace(/^\+/, '');
  return kind === 'integer' && INTEGER.test(field) ? String(BigInt(digits)) : floatText(digits);
}

function floatText(digits: string): string {
  return /inf/i.test(digits)
    ? digits.toLowerCase().slice(0, digits.startsWith('-') ? 4 : 3)
    : String(Number(digits));
}
