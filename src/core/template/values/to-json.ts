import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../template-fault.ts';
import { sortByKey } from './compare.ts';
import { PyDict } from './dict.ts';
import { floatRepr } from './float-text.ts';
import { intRepr } from './repr.ts';
import { typeName } from './type-name.ts';
import { PyFloat, PyTuple, type Value } from './value.ts';

export interface JsonOptions {
  readonly ensureAscii: boolean;
  /** Text of one level of indentation; null writes everything on one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly sortKeys: boolean;
}

/** Python's `json.dumps`. */
export function toJson(runtime: Runtime, value: Value, options: JsonOptions): string {
  return new JsonWriter(runtime, options).write(value, '\n');
}

const MAX_DEPTH = 900;

class JsonWriter {
  private readonly runtime: Runtime;
  private readonly options: JsonOptions;
  private size = 0;
  private depth = 0;

  constructor(runtime: Runtime, options: JsonOptions) {
    this.runtime = runtime;
    this.options = options;
  }

  /** `newline`: a line feed and the indentation of the current level. */
  write(value: Value, newline: string): string {
    this.runtime.step();
    if (value === null) return 'null';
    if (typeof value === 'string') return this.counted(jsonText(value, this.options.ensureAscii));
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'bigint') return intRepr(value);
    return this.counted(this.writeObject(value, newline));
  }

  private writeObject(
    value: Exclude<Value, null | string | boolean | number | bigint>,
    newline: string,
  ): string {
    if (value instanceof PyFloat) return floatJson(value.value);
    if (Array.isArray(value)) return this.items(value, newline);
    if (value instanceof PyTuple) return this.items(value.items, newline);
    if (value instanceof PyDict) return this.dict(value, newline);
    return typeError(`Object of type ${typeName(value)} is not JSON serializable`);
  }

  private items(items: readonly Value[], newline: string): string {
    if (items.length === 0) return '[]';
    return this.enclose('[', ']', newline, (inner) => items.map((item) => this.write(item, inner)));
  }

  private dict(dict: PyDict, newline: string): string {
    if (dict.size() === 0) return '{}';
    const keys = this.options.sortKeys ? sortByKey(dict.keys(), (key) => key, false) : dict.keys();
    return this.enclose('{', '}', newline, (inner) =>
      keys.map(
        (key) =>
          jsonText(keyText(key), this.options.ensureAscii) +
          this.options.keySeparator +
          this.write(dict.get(key) ?? null, inner),
      ),
    );
  }

  private enclose(open: string, close: string, newline: string, parts: (inner: string) => string[]): string {
    if (++this.depth > MAX_DEPTH)
      return valueError('maximum recursion depth exceeded while encoding a JSON object');
    const { indent, itemSeparator } = this.options;
    const inner = indent === null ? '' : newline + indent;
    const texts = parts(inner);
    this.depth--;
    this.runtime.reserve(texts.length * (inner.length + itemSeparator.length));
    return open + inner + texts.join(itemSeparator + inner) + (indent === null ? '' : newline) + close;
  }

  private counted(text: string): string {
    this.size += text.length;
    this.runtime.reserve(this.size);
    this.runtime.charge(text.length >> 6);
    return text;
  }
}

function floatJson(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return floatRepr(value);
}

function keyText(key: Value): string {
  if (typeof key === 'string') return key;
  if (key === null) return 'null';
  if (typeof key === 'boolean') return key ? 'true' : 'false';
  if (typeof key === 'number' || typeof key === 'bigint') return String(key);
  if (key instanceof PyFloat) return floatJson(key.value);
  return typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
}

/** A JSON string as Python writes it: lone surrogates as they are, unless everything beyond ASCII is escaped. */
export function jsonText(text: string, ensureAscii: boolean): string {
  const plain = text.isWellFormed() ? JSON.stringify(text) : `"${Array.from(text, rawCharacter).join('')}"`;
  if (!ensureAscii) return plain;
  return plain.replace(/[\u007f-\uffff]/g, (unit) =>
    unit === '\x7f' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function rawCharacter(character: string): string {
  return character.isWellFormed() ? JSON.stringify(character).slice(1, -1) : character;
}
