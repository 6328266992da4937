import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { PyDict } from '../values/dict.ts';
import { formatValue } from '../values/format-spec.ts';
import { iterate } from '../values/iterate.ts';
import { ascii } from '../values/printf.ts';
import { repr, str } from '../values/repr.ts';
import type { Kwargs, Value } from '../values/value.ts';
import type { Method } from './method.ts';

/** `str.format`, through the sandbox's formatter (sandbox.py:404). */
export const formatMethod: Method<string> = (runtime, self, args, kwargs) => {
  return new Formatter(runtime, args, (name) => kwargs?.get(name)).format(self, 2);
};

/** `str.format_map`. */
export const formatMapMethod: Method<string> = (runtime, self, args, kwargs: Kwargs) => {
  if (kwargs !== null && kwargs.size > 0) return typeError('format_map() takes no keyword arguments');
  const [mapping] = args;
  if (mapping === undefined || args.length > 1) {
    return typeError(`format_map() takes exactly one argument (${args.length} given)`);
  }
  const named = (name: string): Value | undefined =>
    mapping instanceof PyDict ? mapping.get(name) : iterate(mapping) && undefined;
  return new Formatter(runtime, [], named).format(self, 2);
};

class Formatter {
  private readonly runtime: Runtime;
  private readonly args: readonly Value[];
  private readonly named: (name: string) => Value | undefined;
  private automatic = 0;
  private numbering: 'open' | 'automatic' | 'manual' = 'open';

  constructor(runtime: Runtime, args: readonly Value[], named: (name: string) => Value | undefined) {
    this.runtime = runtime;
    this.args = args;
    this.named = named;
  }

  format(text: string, depth: number): string {
    if (depth < 0) return valueError('Max string recursion exceeded');
    this.runtime.charge((text.length >> 3) + 1);
    let out = '';
    let at = 0;
    while (at < text.length) {
      const character = text.charAt(at);
      if ((character === '{' || character === '}') && text.charAt(at + 1) === character) {
        out += character;
        at += 2;
      } else if (character === '}') {
        return valueError("Single '}' encountered in format string");
      } else if (character === '{') {
        const end = closing(text, at + 1);
        out += this.field(text.slice(at + 1, end), depth);
        at = end + 1;
      } else {
        out += character;
        at++;
      }
      this.runtime.reserve(out.length);
    }
    return out;
  }

  private field(field: string, depth: number): string {
    const { name, conversion, spec } = splitField(field);
    const value = this.read(name);
    return formatValue(this.runtime, converted(value, conversion), this.format(spec, depth - 1));
  }

  private read(name: string): Value {
    const first = /^[^.[]*/.exec(name)?.[0] ?? '';
    let value = this.argument(first);
    const rest = name.slice(first.length);
    for (const part of rest.matchAll(/\.([^.[]*)|\[([^\]]*)\]|[\s\S]/gu)) {
      const [whole, attribute, key] = part;
      if (attribute === undefined && key === undefined) {
        return valueError("Only '.' or '[' may follow ']' in format field specifier");
      }
      if (whole === '.' || whole === '[]') return valueError('Empty attribute in format string');
      value =
        attribute !== undefined
          ? this.runtime.fields.attribute(value, attribute)
          : this.runtime.fields.item(value, /^\d+$/.test(key ?? '') ? Number(key) : (key ?? ''));
    }
    return value;
  }

  private argument(first: string): Value {
    if (first === '' || /^\d+$/.test(first)) {
      const automatic = first === '';
      this.count(automatic ? 'automatic' : 'manual');
      const value = this.args[automatic ? this.automatic++ : Number(first)];
      if (value === undefined) {
        throw new TemplateFault('IndexError', 'Replacement index out of range for positional args tuple');
      }
      return value;
    }
    const value = this.named(first);
    if (value === undefined) throw new TemplateFault('KeyError', repr(first));
    return value;
  }

  private count(how: 'automatic' | 'manual'): void {
    if (this.numbering !== 'open' && this.numbering !== how) {
      valueError('cannot switch from manual field specification to automatic field numbering');
    }
    this.numbering = how;
  }
}

function closing(text: string, from: number): number {
  let depth = 1;
  let bracket = false;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (bracket) bracket = character !== ']';
    else if (character === '[' && depth === 1) bracket = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return valueError(
    from >= text.length ? "Single '{' encountered in format string" : "expected '}' before end of string",
  );
}

function splitField(field: string): { name: string; conversion: string; spec: string } {
  const match = /^((?:[^[!:{}]|\[[^\]]*\])*)(?:!([^:]*))?(?::([\s\S]*))?$/u.exec(field);
  if (match === null) return valueError('unexpected character in field name');
  const [, name = '', conversion = '', spec = ''] = match;
  return { name, conversion, spec };
}

function converted(value: Value, conversion: string): Value {
  switch (conversion) {
    case '':
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
