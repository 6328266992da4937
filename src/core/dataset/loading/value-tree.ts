import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import type { Span } from '../reading/place.ts';
import { integerColumn, PROSE_TURNS } from '../row/prose-columns.ts';
import { isIsoDate } from './iso-date.ts';

/** With more keys than this an object's keys differ from row to row; no more of them are kept. */
const MOST_KEYS = 1000;
/** Places in all: objects in objects may be keyed by names and numbers. */
const MOST_NODES = 50_000;

/** Where a value stands. */
export interface ValuePlace {
  readonly row: number;
  readonly path: Path;
  /** Null in a file without lines. */
  readonly span: Span | null;
}

/** What was seen at one place of all rows: how many values of each kind, and what lies inside. */
export class ValueNode {
  texts = 0;
  /** Texts that Arrow takes for dates. */
  dates = 0;
  integers = 0;
  floats = 0;
  /** NaN and the infinities: floats, or nothing where the file is rewritten. */
  nonFinite = 0;
  booleans = 0;
  lists = 0;
  objects = 0;
  /** Where its first value that is not null stands, its first integer and its first float. */
  first: ValuePlace | null = null;
  firstInteger: ValuePlace | null = null;
  firstFloat: ValuePlace | null = null;
  fields: Map<string, ValueNode> | null = null;
  item: ValueNode | null = null;
  /** Two objects here have unlike keys. */
  isUnlike = false;

  /** Nothing but texts has been seen so far. */
  get isTextOnly(): boolean {
    return this.lists + this.objects + this.integers + this.floats + this.nonFinite + this.booleans === 0;
  }
}

/** Told of numbers and texts as they are met; the path is the walker's own, to be copied if it is kept. */
export interface ValueWatch {
  /** The place of the value at a path of the row. */
  placeOf(path: Path): ValuePlace;
  /** Whether a number without a fraction is a float nevertheless: written as one (`1.0`, `1e3`), or beyond 64 bits. */
  isFloat(value: number, path: Path): boolean;
  float(path: Path): void;
  /** Not told of texts inside objects with unlike keys, which are kept as they are. */
  text(text: string, path: Path, node: ValueNode): void;
}

/** Gathers what stands where in the rows of a file, in one tree. */
export class ValueTree {
  readonly root = new ValueNode();
  readonly #path: (string | number)[] = [];
  /** The places of turns that there are, by their columns. */
  readonly #turns = new Map<string, ValueNode>();
  #nodes = 0;
  /** How many objects with unlike keys are around the value; the row itself does not count. */
  #unlike = 0;

  add(row: JsonObject, watch: ValueWatch): void {
    this.root.isUnlike = false;
    this.root.objects = 0;
    this.#object(this.root, row, watch);
  }

  /** More texts and integers in these columns, and more turns of prose (`PROSE_TURNS`), would not change what is known of the places. */
  isSettledIn(columns: readonly string[]): boolean {
    for (let n = 0; n < columns.length; n++) {
      if (!this.#isSettled(columns[n] ?? '')) return false;
    }
    return true;
  }

  #isSettled(column: string): boolean {
    const { fields } = this.root;
    const integer = integerColumn(column);
    if (integer !== null) return isSettledInteger(fields?.get(integer));
    const keys = PROSE_TURNS[column];
    return keys === undefined ? isSettled(fields?.get(column)) : this.#hasSettledTurns(column, keys);
  }

  /** All turns seen so far have these keys. */
  #hasSettledTurns(column: string, keys: readonly string[]): boolean {
    const turn = this.#turns.get(column) ?? this.root.fields?.get(column)?.item ?? null;
    if (turn === null) return false;
    this.#turns.set(column, turn);
    const { objects, isUnlike, fields } = turn;
    if (objects < 2 || isUnlike || fields?.size !== 2) return false;
    return keys.every((key) => isSettled(fields.get(key)));
  }

  #value(node: ValueNode, value: JsonValue, watch: ValueWatch): void {
    if (value === null) return;
    node.first ??= watch.placeOf(this.#path);
    if (typeof value === 'string') this.#text(node, value, watch);
    else if (typeof value === 'number') this.#number(node, value, watch);
    else if (typeof value === 'boolean') node.booleans += 1;
    else if (isObject(value)) this.#object(node, value, watch);
    else this.#list(node, value, watch);
  }

  #text(node: ValueNode, text: string, watch: ValueWatch): void {
    if (node.dates === node.texts && isIsoDate(text)) node.dates += 1;
    node.texts += 1;
    if (this.#unlike === 0) watch.text(text, this.#path, node);
  }

  #number(node: ValueNode, value: number, watch: ValueWatch): void {
    if (Number.isInteger(value) && !watch.isFloat(value, this.#path)) {
      node.integers += 1;
      node.firstInteger ??= watch.placeOf(this.#path);
      return;
    }
    if (Number.isFinite(value)) node.floats += 1;
    else node.nonFinite += 1;
    node.firstFloat ??= watch.placeOf(this.#path);
    watch.float(this.#path);
  }

  #list(node: ValueNode, items: readonly JsonValue[], watch: ValueWatch): void {
    node.lists += 1;
    if (items.length === 0) return;
    node.item ??= new ValueNode();
    for (let n = 0; n < items.length; n++) {
      this.#path.push(n);
      this.#value(node.item, items[n] ?? null, watch);
      this.#path.pop();
    }
  }

  #object(node: ValueNode, object: JsonObject, watch: ValueWatch): void {
    node.objects += 1;
    node.fields ??= new Map();
    if (node.isUnlike) this.#unlike += 1;
    const before = node.fields.size;
    let keys = 0;
    for (const key in object) {
      keys += 1;
      const field = this.#field(node.fields, key);
      if (field === null) continue;
      this.#path.push(key);
      this.#value(field, object[key] ?? null, watch);
      this.#path.pop();
    }
    if (node.isUnlike) this.#unlike -= 1;
    else node.isUnlike = node.objects > 1 && (keys !== before || node.fields.size !== before);
  }

  /** null where there are too many to keep. */
  #field(fields: Map<string, ValueNode>, key: string): ValueNode | null {
    const known = fields.get(key);
    if (known !== undefined) return known;
    if (fields.size >= MOST_KEYS || this.#nodes >= MOST_NODES) return null;
    this.#nodes += 1;
    const made = new ValueNode();
    fields.set(key, made);
    return made;
  }
}

/** A text that is no date has been seen. */
function isSettled(node: ValueNode | undefined): boolean {
  return node !== undefined && node.texts > node.dates;
}

/** Integers have been seen, and nothing else. */
function isSettledInteger(node: ValueNode | undefined): boolean {
  if (node === undefined || node.integers === 0) return false;
  return node.texts + node.floats + node.nonFinite + node.booleans + node.lists + node.objects === 0;
}
