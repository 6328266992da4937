import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { floatOf } from './arithmetic.ts';
import { asciiDigits } from './ascii-digits.ts';
import { textIn } from './markup.ts';
import { integral } from './number.ts';
import { fixedText, scientificParts, floatRepr } from './float-text.ts';
import { intRepr, str } from './repr.ts';
import { typeName } from './type-name.ts';
import { pointLength, points } from './unicode.ts';
import { PyFloat, type Value } from './value.ts';

interface Spec {
  readonly fill: string;
  /** Null if it does not say: texts then stand left, numbers right. */
  readonly align: string | null;
  readonly sign: string | null;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | null;
  readonly type: string;
}

const SPEC =
  /^(?:([\s\S])(?=[<>=^]))?([<>=^])?([-+ ])?(z)?(#)?(\p{Nd}*)([,_]{0,2})(?:\.(\p{Nd}*))?([\s\S]*)$/u;

/** Python's `format(value, spec)`. */
export function formatValue(runtime: Runtime, value: Value, specText: string): string {
  if (specText === '') return str(value);
  const text = textIn(value);
  if (text !== undefined) return formatText(text, parseSpec(runtime, specText, 'str'));
  const int = integral(value);
  if (int !== undefined) return formatInt(int, parseSpec(runtime, specText, 'int'));
  if (value instanceof PyFloat) return formatFloat(value.value, parseSpec(runtime, specText, 'float'));
  return typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}

/** As CPython's parse_internal_render_format_spec (Python/formatter_unicode.c). */
function parseSpec(runtime: Runtime, text: string, type: 'str' | 'int' | 'float'): Spec {
  const match = SPEC.exec(text);
  const invalid = (): never => valueError(`Invalid format specifier '${text}' for object of type '${type}'`);
  if (match === null) return invalid();
  const [, fill, align, sign, noNegativeZero, alternate, digits = '', grouping = '', precision, letter = ''] =
    match;
  if (precision === '') return valueError('Format specifier missing precision');
  if (pointLength(letter) > 1) return invalid();
  const zero = fill === undefined && digits.startsWith('0');
  const [wide, precise] = [sizeOf(digits), precision === undefined ? null : sizeOf(precision)];
  runtime.reserve(wide);
  runtime.reserve((precise ?? 0) * 100);
  runtime.charge((wide >> 6) + (precise ?? 0));
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: align ?? (zero && type !== 'str' ? '=' : null),
    sign: sign ?? null,
    noNegativeZero: noNegativeZero !== undefined,
    alternate: alternate !== undefined,
    width: wide,
    grouping: groupingOf(grouping, letter),
    precision: precise,
    type: letter,
  };
}

function sizeOf(digits: string): number {
  const size = Number(asciiDigits(digits));
  return size > Number.MAX_SAFE_INTEGER ? valueError('Too many decimal digits in format string') : size;
}

function groupingOf(grouping: string, type: string): string {
  if (grouping.length > 1) {
    return valueError(
      grouping === ',,' || grouping === '__'
        ? `Cannot specify '${grouping.charAt(0)}' with '${grouping.charAt(1)}'.`
        : "Cannot specify both ',' and '_'.",
    );
  }
  const allowed = grouping === '_' ? 'deEfFgG%boxX' : 'deEfFgG%';
  if (grouping !== '' && !allowed.includes(type))
    return valueError(`Cannot specify '${grouping}' with '${type}'.`);
  return grouping;
}

function pad(sign: string, body: string, spec: Spec, usual: string): string {
  const missing = spec.width - pointLength(sign) - pointLength(body);
  const align = spec.align ?? usual;
  if (missing <= 0) return sign + body;
  const before = align === '>' ? missing : align === '^' ? Math.floor(missing / 2) : 0;
  if (align === '=') return sign + spec.fill.repeat(missing) + body;
  return spec.fill.repeat(before) + sign + body + spec.fill.repeat(missing - before);
}

function formatText(text: string, spec: Spec): string {
  if (spec.type !== '' && spec.type !== 's') {
    return valueError(`Unknown format code '${spec.type}' for object of type 'str'`);
  }
  if (spec.sign !== null) return valueError('Sign not allowed in string format specifier');
  if (spec.noNegativeZero)
    return valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) return valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.grouping !== '') return valueError(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.align === '=') return valueError("'=' alignment not allowed in string format specifier");
  const cut = spec.precision === null ? text : points(text).slice(0, spec.precision).join('');
  return pad('', cut, spec, '<');
}

const RADIX: Readonly<Record<string, readonly [number, string]>> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function signOf(negative: boolean, spec: Spec): string {
  if (negative) return '-';
  return spec.sign === null || spec.sign === '-' ? '' : spec.sign;
}

/** Groups of digits; with zeros in front up to the width if the padding is zeros (unicodeobject.c, InsertThousandsGrouping). */
function group(digits: string, spec: Spec, every: number, others: number): string {
  if (spec.grouping === '' || digits === '') return digits;
  let missing = spec.fill === '0' && spec.align === '=' ? spec.width - others : 0;
  let left = digits.length;
  const groups: string[] = [];
  for (;;) {
    const size = Math.min(every, Math.max(left, missing, 1));
    groups.push(digits.slice(Math.max(0, left - size), left).padStart(size, '0'));
    left = Math.max(0, left - size);
    missing -= size;
    if (left <= 0 && missing <= 0) return groups.toReversed().join(spec.grouping);
    missing -= 1;
  }
}

function formatInt(int: number | bigint, spec: Spec): string {
  if (spec.type !== '' && /[eEfFgG%]/.test(spec.type)) return formatFloat(floatOf(int), spec);
  if (spec.precision !== null) return valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero)
    return valueError('Negative zero coercion (z) not allowed in format specifier with integer');
  const size = int < 0 ? -BigInt(int) : BigInt(int);
  if (spec.type === 'c') return formatCharacter(int, spec);
  const sign = signOf(int < 0, spec);
  const radix = RADIX[spec.type];
  if (radix !== undefined) {
    const digits = size.toString(radix[0]);
    const prefix = sign + (spec.alternate ? radix[1] : '');
    const body = group(spec.type === 'X' ? digits.toUpperCase() : digits, spec, 4, prefix.length);
    return pad(prefix, body, spec, '>');
  }
  if (!['', 'd', 'n'].includes(spec.type)) {
    return valueError(`Unknown format code '${spec.type}' for object of type 'int'`);
  }
  return pad(sign, group(intRepr(size), spec, 3, sign.length), spec, '>');
}

function formatCharacter(int: number | bigint, spec: Spec): string {
  if (spec.sign !== null) return valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (int < 0 || int > 0x10ffff) throw new TemplateFault('OverflowError', '%c arg not in range(0x110000)');
  return pad('', String.fromCodePoint(Number(int)), spec, '>');
}

function formatFloat(value: number, spec: Spec): string {
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'].includes(spec.type)) {
    return valueError(`Unknown format code '${spec.type}' for object of type 'float'`);
  }
  const body = floatBody(value, spec);
  const isZero = /^[0.]*(?:[eE%].*)?$/u.test(body);
  const negative = value < 0 || Object.is(value, -0);
  const sign = signOf(negative && !(spec.noNegativeZero && isZero), spec);
  const whole = /^\d*/u.exec(body)?.[0] ?? '';
  const rest = body.slice(whole.length);
  return pad(sign, group(whole, spec, 3, sign.length + rest.length) + rest, spec, '>');
}

function floatBody(value: number, spec: Spec): string {
  const percent = spec.type === '%';
  const upper = spec.type === 'E' || spec.type === 'F' || spec.type === 'G';
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? 'nan' : 'inf';
    return (upper ? word.toUpperCase() : word) + (percent ? '%' : '');
  }
  if (spec.type === '' && spec.precision === null) return floatRepr(Math.abs(value));
  if (percent) return `${fixedText(value * 100, spec.precision ?? 6)}%`;
  const letter = spec.type === '' || spec.type === 'n' ? 'g' : spec.type.toLowerCase();
  const text = floatDigits(value, letter, spec.precision ?? 6, spec.alternate, spec.type === '');
  return upper ? text.toUpperCase() : text;
}

/** abs(value) as `%e`, `%f` or `%g` writes it. `keepPoint`: the `format()` without a type always shows a decimal. */
export function floatDigits(
  value: number,
  letter: string,
  precision: number,
  alternate: boolean,
  keepPoint = false,
): string {
  if (letter === 'f') return fixedText(value, precision) + (alternate && precision === 0 ? '.' : '');
  if (letter === 'e') return scientific(value, precision, alternate);
  const significant = Math.max(1, precision);
  const { exponent } = scientificParts(value, significant - 1);
  const limit = keepPoint ? significant - 1 : significant;
  if (exponent < -4 || exponent >= limit) {
    const text = scientific(value, significant - 1, alternate);
    return alternate
      ? text
      : text.replace(/\.?0*(?=e)/u, (zeros, at: number) =>
          text.slice(0, at).includes('.') || zeros.startsWith('.') ? '' : zeros,
        );
  }
  const text = fixedText(value, significant - 1 - exponent);
  if (alternate) return text.includes('.') ? text : `${text}.`;
  const short = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  return keepPoint && !short.includes('.') ? `${short}.0` : short;
}

function scientific(value: number, places: number, alternate: boolean): string {
  const { digits, exponent } = scientificParts(value, places);
  const point = places > 0 ? `.${digits.slice(1)}` : alternate ? '.' : '';
  return `${digits[0] ?? '0'}${point}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
