import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { asciiDigits } from '../values/ascii-digits.ts';
import { PyDict } from '../values/dict.ts';
import { escaped } from '../values/escape.ts';
import { formatValue } from '../values/format-spec.ts';
import { Markup } from '../values/markup.ts';
import { ascii } from '../values/printf.ts';
import { repr, str } from '../values/repr.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Kwargs, Value } from '../values/value.ts';
import { parseFormat } from './format-fields.ts';
import type { Method } from './method.ts';

/** `str.format`, through the sandbox's formatter (sandbox.py:404). */
export const formatMethod: Method<string> = (runtime, self, args, kwargs) =>
  new Formatter(runtime, args, (name) => kwargs?.get(name), formatValue).format(self, 2);

/** `str.format_map`. */
export const formatMapMethod: Method<string> = (runtime, self, args, kwargs) =>
  new Formatter(runtime, [], mappingOf(args, kwargs), formatValue).format(self, 2);

/** `Markup.format`: what is put in is escaped. */
export const escapingFormatMethod: Method<string> = (runtime, self, args, kwargs) =>
  new Markup(new Formatter(runtime, args, (name) => kwargs?.get(name), formatEscaped).format(self, 2));

export const escapingFormatMapMethod: Method<string> = (runtime, self, args, kwargs) =>
  new Markup(new Formatter(runtime, [], mappingOf(args, kwargs), formatEscaped).format(self, 2));

type FormatField = (runtime: Runtime, value: Value, spec: string) => string;
type Named = (name: string) => Value | undefined;

const formatEscaped: FormatField = (runtime, value, spec) => {
  if (!(value instanceof Markup)) return escaped(formatValue(runtime, value, spec)).text;
  return spec === '' ? value.text : valueError('Unsupported format specification for Markup.');
};

function mappingOf(args: readonly Value[], kwargs: Kwargs): Named {
  if (kwargs !== null && kwargs.size > 0) return typeError('format_map() takes no keyword arguments');
  const [mapping] = args;
  if (mapping === undefined || args.length > 1) {
    return typeError(`format_map() takes exactly one argument (${args.length} given)`);
  }
  return (name) => {
    if (mapping instanceof PyDict) return mapping.get(name);
    if (mapping instanceof Undefined) return mapping.fail();
    return typeError(`'${typeName(mapping)}' object is not subscriptable by a name`);
  };
}

/** Python's string.Formatter, its attributes and items read through the sandbox. */
class Formatter {
  private readonly runtime: Runtime;
  private readonly args: readonly Value[];
  private readonly named: Named;
  private readonly formatField: FormatField;
  /** Index of the next automatic field; null once a field has been numbered. */
  private automatic: number | null = 0;

  constructor(runtime: Runtime, args: readonly Value[], named: Named, formatField: FormatField) {
    this.runtime = runtime;
    this.args = args;
    this.named = named;
    this.formatField = formatField;
  }

  format(text: string, depth: number): string {
    if (depth < 0) return valueError('Max string recursion exceeded');
    this.runtime.charge((text.length >> 3) + 1);
    let out = '';
    for (const { literal, field } of parseFormat(text)) {
      out += literal;
      if (field !== null) {
        const value = converted(this.read(this.numbered(field.name)), field.conversion);
        out += this.formatField(this.runtime, value, this.format(field.spec, depth - 1));
      }
      this.runtime.reserve(out.length);
    }
    return out;
  }

  private numbered(name: string): string {
    const mixed = 'cannot switch from manual field specification to automatic field numbering';
    if (name === '') {
      if (this.automatic === null) return valueError(mixed);
      return String(this.automatic++);
    }
    if (/^\p{Nd}+$/u.test(name)) {
      if (this.automatic !== null && this.automatic > 0) return valueError(mixed);
      this.automatic = null;
    }
    return name;
  }

  private read(name: string): Value {
    const first = /^[^.[]*/u.exec(name)?.[0] ?? '';
    let value = this.argument(first);
    const rest = name.slice(first.length);
    for (const part of rest.matchAll(/\.([^.[]*)|\[([^\]]*)(\]?)|[\s\S]/gu)) {
      const [, attribute, key, end] = part;
      if (attribute === undefined && key === undefined) {
        return valueError("Only '.' or '[' may follow ']' in format field specifier");
      }
      if (end === '') return valueError("Missing ']' in format string");
      if (attribute === '' || key === '') return valueError('Empty attribute in format string');
      value =
        attribute === undefined
          ? this.runtime.fields.item(value, indexOrName(key ?? ''))
          : this.runtime.fields.attribute(value, attribute);
    }
    return value;
  }

  private argument(first: string): Value {
    const key = indexOrName(first);
    const value = typeof key === 'number' ? this.args[key] : this.named(first);
    if (value !== undefined) return value;
    if (typeof key !== 'number') throw new TemplateFault('KeyError', repr(first));
    throw new TemplateFault('IndexError', 'Replacement index out of range for positional args tuple');
  }
}

function indexOrName(text: string): number | string {
  return /^\p{Nd}+$/u.test(text) ? Number(asciiDigits(text)) : text;
}

function converted(value: Value, conversion: string | null): Value {
  switch (conversion) {
    case null:
      return value;
    case 's':
      return str(value);
    case 'r':
      return repr(value);
    case 'a':
      return ascii(value);
    default:
      return valueError(`Unknown conversion specifier ${conversion}`);
  }
}
