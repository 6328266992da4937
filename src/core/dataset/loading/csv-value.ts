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

/** What pandas takes a field for, as long as the others of its column are of the same kind. Quotes around it make no difference. */
export function csvValueKind(field: string): CsvValueKind {
  if (NOTHING.has(field)) return 'null';
  // most fields are text, as their first character shows
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

/** How a value of this kind is written when it is turned back into text. */
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

/** What a column may be besides text. */
interface ReadKind {
  readonly kind: 'text' | 'integer' | 'float' | 'boolean';
  readonly isLarge: boolean;
}

/** Whether Arrow makes of a text what its column is, once the column has been read as text (cpp/src/arrow/util/value_parsing.h). */
export function isReadFromText(text: string, { kind, isLarge }: ReadKind): boolean {
  switch (kind) {
    case 'text':
      return true;
    case 'boolean':
      return /^(?:true|false|0|1)$/i.test(text);
    case 'float':
      return TEXT_FLOAT.test(text);
    case 'integer':
      return isIntegerText(text, isLarge);
    default:
      return kind satisfies never;
  }
}

function isIntegerText(text: string, isLarge: boolean): boolean {
  if (/^0x[0-9a-f]{1,16}$/i.test(text)) return true;
  if (!/^-?[0-9]+$/.test(text)) return false;
  const value = BigInt(text);
  return value === (isLarge ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value));
}

const TEXT_FLOAT = /^[+-]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf|infinity|nan)$/i;
