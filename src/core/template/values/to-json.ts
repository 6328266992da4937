import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../template-fault.ts';
import { sortByKey } from './compare.ts';
import { PyDict } from './dict.ts';
import { Markup } from './markup.ts';
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

/** Where Python's recursion limit ends it. */
const MAX_DEPTH = 985;

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
    if (value instanceof Markup) return jsonText(value.text, this.options.ensureAscii);
    if (Array.isArray(value)) return this.items(value, newline);
    if (value instanceof PyTuple) return this.items(value.items, newline);
    if (value instanceof PyDict) return this.dict(value, newline);
    return typeError(`Object of type ${typeName(value)} is not JSON serializable`);
  }

  private items(items: readonly Value[], newline: string): string {
    if (items.length === 0) return '[]';
    const inner = this.open(items.length, newline);
    let text = '[';
    for (const [index, item] of items.entries()) text += this.before(index, inner) + this.write(item, inner);
    return text + this.close(']', newline);
  }

  private dict(dict: PyDict, newline: string): string {
    if (dict.size() === 0) return '{}';
    const { sortKeys, ensureAscii, keySeparator } = this.options;
    const keys = sortKeys ? sortByKey(dict.keys(), (key) => key, false) : dict.keys();
    const inner = this.open(keys.length, newline);
    let text = '{';
    for (const [index, key] of keys.entries()) {
      const name = jsonText(keyText(key), ensureAscii) + keySeparator;
      text += this.before(index, inner) + name + this.write(dict.get(key) ?? null, inner);
    }
    return text + this.close('}', newline);
  }

  /** Goes one level deeper with `count` members; gives the line feed and indentation in front of each, empty on one line. */
  private open(count: number, newline: string): string {
    if (++this.depth > MAX_DEPTH)
      return valueError('maximum recursion depth exceeded while encoding a JSON object');
    const { indent, itemSeparator } = this.options;
    const inner = indent === null ? '' : newline + indent;
    this.runtime.reserve(count * (inner.length + itemSeparator.length));
    return inner;
  }

  private before(index: number, inner: string): string {
    return index === 0 ? inner : this.options.itemSeparator + inner;
  }

  private close(bracket: string, newline: string): string {
    this.depth--;
    return this.options.indent === null ? bracket : newline + bracket;
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
  if (key instanceof Markup) return key.text;
  if (key === null) return 'null';
  if (typeof key === 'boolean') return key ? 'true' : 'false';
  if (typeof key === 'number' || typeof key === 'bigint') return String(key);
  if (key instanceof PyFloat) return floatJson(key.value);
  return typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
}

/** Printable ASCII that needs no escape, as most keys and values are. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A JSON string as Python writes it: lone surrogates as they are, unless everything beyond ASCII is escaped. */
export function jsonText(text: string, ensureAscii: boolean): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const plain = text.isWellFormed() ? JSON.stringify(text) : `"${Array.from(text, rawCharacter).join('')}"`;
  if (!ensureAscii) return plain;
  return plain.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function rawCharacter(character: string): string {
  return character.isWellFormed() ? JSON.stringify(character).slice(1, -1) : character;
}
