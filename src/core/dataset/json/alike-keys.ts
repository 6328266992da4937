import { isObject, type JsonObject, type JsonValue } from './json-value.ts';
import { keyColons } from './key-colons.ts';
import type { Path } from './locate.ts';
import type { Row } from '../row/row.ts';

/** Tells the keys of a row that could become equal to another key of their object once odd characters in them are mended. */
export class AlikeKeys {
  readonly #row: Row;
  readonly #counts = new Map<JsonObject, ReadonlyMap<string, number>>();
  #hasRepeated: boolean | null = null;

  constructor(row: Row) {
    this.#row = row;
  }

  /** @param path that ends with the key */
  has(path: Path): boolean {
    const key = path.at(-1);
    const object = valueAt(this.#row.value, path.slice(0, -1));
    if (typeof key !== 'string' || !isObject(object)) return false;
    return this.#isRepeatedSomewhere() || (this.#countsIn(object).get(mended(key)) ?? 0) > 1;
  }

  /** Of equal keys the parsed value has only the last, so it is not known which of them would change. */
  #isRepeatedSomewhere(): boolean {
    this.#hasRepeated ??= keyColons(this.#row.text) !== this.#row.tally.keys;
    return this.#hasRepeated;
  }

  #countsIn(object: JsonObject): ReadonlyMap<string, number> {
    const known = this.#counts.get(object);
    if (known !== undefined) return known;
    const counts = new Map<string, number>();
    for (const key of Object.keys(object)) counts.set(mended(key), (counts.get(mended(key)) ?? 0) + 1);
    this.#counts.set(object, counts);
    return counts;
  }
}

function valueAt(root: JsonValue, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isObject(value) ? value[step] : undefined;
  }
  return value;
}

/** What the fixes of character rules take away or turn into spaces, all of them together. */
const MENDED = /[\0-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\u200b-\u200d\u202f\u2060\ufeff]/g;

function mended(key: string): string {
  return key.replaceAll(MENDED, '').normalize('NFC');
}
