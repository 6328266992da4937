import { valueError } from './template-fault.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A wall time without a zone. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 0 is 1 January. */
  readonly yearDay: number;
  /** Seconds since 1970, the wall clock taken for UTC. */
  readonly epoch: number;
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?$/;

const DIRECTIVE = /%([-_0^#]*)(\d*)([EO]?)([\s\S]?)/gu;

/** Python's `datetime.strftime` on Linux in the C locale: glibc's directives with their flags, widths and modifiers. `now` is a local wall time such as `2026-11-24T09:30:00`. */
export function strftime(now: string, format: string): string {
  const moment = parseMoment(now);
  return format.replace(
    DIRECTIVE,
    (whole, flags: string, width: string, modifier: string, directive: string) => {
      // Python's own part of the work
      if (directive === 'f' && whole === '%f') return directiveText(moment, directive) ?? '';
      const field = directive === 'f' ? null : fieldOf(moment, directive, modifier);
      return field === null ? padded(whole, flags, width) : written(field, directive, flags, width);
    },
  );
}

/** A number is filled up to its digits, a text is not. */
type Field =
  | { readonly text: string }
  | { readonly number: string; readonly digits: number; readonly space: boolean };

const DIGITS: Readonly<Record<string, number>> = {
  C: 2,
  d: 2,
  e: 2,
  g: 2,
  G: 1,
  H: 2,
  I: 2,
  j: 3,
  k: 2,
  l: 2,
  m: 2,
  M: 2,
  S: 2,
  u: 1,
  U: 2,
  V: 2,
  w: 1,
  W: 2,
  y: 2,
  Y: 1,
};
const WITHOUT_MODIFIER = '%aAD';
const WITH_E = 'cCxXyYzZnprRTtPsu';
const NOT_WITH_O = 'cCxXY';

function fieldOf(at: Moment, directive: string, modifier: string): Field | null {
  if (modifier !== '' && (directive === '' || WITHOUT_MODIFIER.includes(directive))) return null;
  if (modifier === 'E' && !WITH_E.includes(directive)) return null;
  if (modifier === 'O' && NOT_WITH_O.includes(directive)) return null;
  const text = directiveText(at, directive);
  if (text === null) return null;
  const digits = DIGITS[directive];
  if (digits === undefined) return { text };
  return { number: text.replace(/^[0 ]+(?=\d)/u, ''), digits, space: 'ekl'.includes(directive) };
}

function written(field: Field, directive: string, flags: string, width: string): string {
  if ('text' in field) return padded(cased(field.text, directive, flags), flags, width);
  const pad = flags.replace(/[\^#]/gu, '').at(-1) ?? (field.space ? '_' : '0');
  if (pad === '-') return field.number.padStart(Number(width), ' ');
  return field.number.padStart(Math.max(field.digits, Number(width)), pad === '_' ? ' ' : '0');
}

function cased(text: string, directive: string, flags: string): string {
  if (directive === 'P') return text;
  if (flags.includes('#')) {
    if (directive === 'p' || directive === 'Z') return text.toLowerCase();
    if ('aAbBh'.includes(directive)) return text.toUpperCase();
  }
  return flags.includes('^') ? text.toUpperCase() : text;
}

function padded(text: string, flags: string, width: string): string {
  const pad = flags.replace(/[\^#]/gu, '').at(-1);
  return text.padStart(Number(width), pad === '0' ? '0' : ' ');
}

function parseMoment(now: string): Moment {
  const match = MOMENT.exec(now);
  if (match === null) return valueError(`Invalid isoformat string: '${now}'`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    microsecond: Number((match[7] ?? '').padEnd(6, '0')),
    weekday: new Date(midnight).getUTCDay(),
    epoch: midnight / 1000 + hour * 3600 + minute * 60 + second,
    yearDay: Math.round((midnight - Date.UTC(year, 0, 1)) / 86_400_000),
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function twelve(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

function directiveText(at: Moment, directive: string): string | null {
  switch (directive) {
    case 'a':
      return (DAYS[at.weekday] ?? '').slice(0, 3);
    case 'A':
      return DAYS[at.weekday] ?? '';
    case 'b':
    case 'h':
      return (MONTHS[at.month - 1] ?? '').slice(0, 3);
    case 'B':
      return MONTHS[at.month - 1] ?? '';
    case 'c':
      return strftimeOf(at, ['a', ' ', 'b', ' ', 'e', ' ', 'T', ' ', 'Y']);
    case 'C':
      return two(Math.floor(at.year / 100));
    case 'd':
      return two(at.day);
    case 'D':
    case 'x':
      return strftimeOf(at, ['m', '/', 'd', '/', 'y']);
    case 'e':
      return String(at.day).padStart(2, ' ');
    case 'f':
      return String(at.microsecond).padStart(6, '0');
    case 'F':
      return strftimeOf(at, ['Y', '-', 'm', '-', 'd']);
    case 'g':
      return two(isoWeek(at).year % 100);
    case 'G':
      return String(isoWeek(at).year);
    case 'H':
      return two(at.hour);
    case 'I':
      return two(twelve(at.hour));
    case 'j':
      return String(at.yearDay + 1).padStart(3, '0');
    case 'k':
      return String(at.hour).padStart(2, ' ');
    case 'l':
      return String(twelve(at.hour)).padStart(2, ' ');
    case 'm':
      return two(at.month);
    case 'M':
      return two(at.minute);
    case 'n':
      return '\n';
    case 'p':
      return at.hour < 12 ? 'AM' : 'PM';
    case 'P':
      return at.hour < 12 ? 'am' : 'pm';
    case 'r':
      return strftimeOf(at, ['I', ':', 'M', ':', 'S', ' ', 'p']);
    case 'R':
      return strftimeOf(at, ['H', ':', 'M']);
    case 'S':
      return two(at.second);
    case 't':
      return '\t';
    case 'T':
    case 'X':
      return strftimeOf(at, ['H', ':', 'M', ':', 'S']);
    case 'u':
      return String(at.weekday === 0 ? 7 : at.weekday);
    case 'U':
      return two(Math.floor((at.yearDay + 7 - at.weekday) / 7));
    case 'V':
      return two(isoWeek(at).week);
    case 'w':
      return String(at.weekday);
    case 'W':
      return two(Math.floor((at.yearDay + 7 - ((at.weekday + 6) % 7)) / 7));
    case 'y':
      return two(at.year % 100);
    case 'Y':
      return String(at.year);
    case 's':
      return String(at.epoch);
    case 'z':
    case 'Z':
      return '';
    case '%':
      return '%';
    default:
      return null;
  }
}

function strftimeOf(at: Moment, parts: readonly string[]): string {
  return parts.map((part) => (/[a-zA-Z]/.test(part) ? (directiveText(at, part) ?? '') : part)).join('');
}

/** ISO 8601 week: the one that holds the Thursday. */
function isoWeek(at: Moment): { year: number; week: number } {
  const weekday = at.weekday === 0 ? 7 : at.weekday;
  const thursday = new Date(Date.UTC(at.year, 0, 1 + at.yearDay + 4 - weekday));
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000;
  return { year, week: Math.floor(days / 7) + 1 };
}
