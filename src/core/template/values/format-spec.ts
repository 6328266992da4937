import { unsupported } from '../fault-messages.ts';
import type { Runtime } from '../runtime.ts';
import { valueError } from '../template-fault.ts';
import { floatOf } from './arithmetic.ts';
import { integral } from './number.ts';
import { fixedText, scientificParts, floatRepr } from './float-text.ts';
import { str } from './repr.ts';
import { typeName } from './type-name.ts';
import { pointLength, points } from './unicode.ts';
import { PyFloat, type Value } from './value.ts';

interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | null;
  readonly type: string;
}

const SPEC = /^(?:([\s\S])?([<>=^]))?([+\- ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;

/** Python's `format(value, spec)` for str, int, float and bool. */
export function formatValue(runtime: Runtime, value: Value, specText: string): string {
  if (specText === '') return str(value);
  const spec = parseSpec(runtime, specText);
  if (typeof value === 'string') return formatText(value, spec);
  const int = integral(value);
  if (int !== undefined) return formatInt(int, spec);
  if (value instanceof PyFloat) return formatFloat(value.value, spec);
  return unsupported(`format specifications for ${typeName(value)}`);
}

function parseSpec(runtime: Runtime, text: string): Spec {
  const match = SPEC.exec(text);
  if (match === null) return valueError('Invalid format specifier');
  const [, fill, align, sign, , alternate, zero, width, grouping, precision, type] = match;
  const wide = Number(width ?? 0);
  const precise = precision === undefined ? null : Number(precision);
  runtime.reserve(wide);
  runtime.reserve((precise ?? 0) * 100);
  runtime.charge((wide >> 6) + (precise ?? 0));
  return {
    fill: fill ?? (zero !== undefined && align === undefined ? '0' : zero === undefined ? ' ' : '0'),
    align: align ?? (zero === undefined ? '' : '='),
    sign: sign ?? '-',
    alternate: alternate !== undefined,
    width: wide,
    grouping: grouping ?? '',
    precision: precise,
    type: type ?? '',
  };
}

function pad(sign: string, body: string, spec: Spec, usual: string): string {
  const missing = spec.width - pointLength(sign) - pointLength(body);
  const align = spec.align === '' ? usual : spec.align;
  if (missing <= 0) return sign + body;
  const before = align === '>' ? missing : align === '^' ? Math.floor(missing / 2) : 0;
  if (align === '=') return sign + spec.fill.repeat(missing) + body;
  return spec.fill.repeat(before) + sign + body + spec.fill.repeat(missing - before);
}

function formatText(text: string, spec: Spec): string {
  if (spec.type !== '' && spec.type !== 's') {
    return valueError(`Unknown format code '${spec.type}' for object of type 'str'`);
  }
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
  return spec.sign === '-' ? '' : spec.sign;
}

function group(digits: string, spec: Spec, every: number): string {
  if (spec.grouping === '') return digits;
  return digits.replace(new RegExp(`\\B(?=(?:.{${every}})+$)`, 'g'), spec.grouping);
}

function formatInt(int: number | bigint, spec: Spec): string {
  if (/[eEfFgG%]/.test(spec.type)) return formatFloat(floatOf(int), spec);
  if (spec.precision !== null) return valueError('Precision not allowed in integer format specifier');
  const size = int < 0 ? -BigInt(int) : BigInt(int);
  if (spec.type === 'c') return pad('', String.fromCodePoint(Number(size)), spec, '<');
  const sign = signOf(int < 0, spec);
  const radix = RADIX[spec.type];
  if (radix !== undefined) {
    const digits = size.toString(radix[0]);
    const body = group(spec.type === 'X' ? digits.toUpperCase() : digits, spec, 4);
    return pad(sign + (spec.alternate ? radix[1] : ''), body, spec, '>');
  }
  if (!['', 'd', 'n'].includes(spec.type)) {
    return valueError(`Unknown format code '${spec.type}' for object of type 'int'`);
  }
  if (spec.grouping !== '' && spec.fill === '0' && spec.align === '=')
    return unsupported('zero padding with a thousands separator');
  return pad(sign, group(size.toString(), spec, 3), spec, '>');
}

function formatFloat(value: number, spec: Spec): string {
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'].includes(spec.type)) {
    return valueError(`Unknown format code '${spec.type}' for object of type 'float'`);
  }
  const sign = signOf(value < 0 || Object.is(value, -0), spec);
  const body = floatBody(value, spec);
  const [whole = '', ...rest] = body.split(/(?=[.e%])/u);
  return pad(sign, group(whole, spec, 3) + rest.join(''), spec, '>');
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
  if (alternate) return text;
  const short = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  return keepPoint && !short.includes('.') ? `${short}.0` : short;
}

function scientific(value: number, places: number, alternate: boolean): string {
  const { digits, exponent } = scientificParts(value, places);
  const point = places > 0 ? `.${digits.slice(1)}` : alternate ? '.' : '';
  return `${digits[0] ?? '0'}${point}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
