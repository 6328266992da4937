import { eachNumber } from '../json/each-number.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import type { Span } from '../reading/place.ts';
import { integerColumn, PROSE_TURNS, WHOLE_FLOAT } from '../row/prose-columns.ts';
import type { Row } from '../row/row.ts';
import { excerpt } from '../rule.ts';
import { KwargsRows } from './kwargs-rows.ts';
import { misfitIn } from './misfit.ts';
import { hasJson, loadedType, type LoadedType } from './loaded-type.ts';
import { isTrained } from './trained-place.ts';
import { INTEGER, isKeptByUjson, isRefusedByUjson } from './ujson-number.ts';
import { isReadByUjson, mayBeReadByUjson } from './ujson-text.ts';
import { ValueLog } from './value-log.ts';
import { ValueTree, type ValueNode, type ValuePlace, type ValueWatch } from './value-tree.ts';

/** The part of a file in which `datasets` looks for unlike keys, to the end of its line: its `chunksize`. */
export const FIRST_BLOCK = 10 << 20;

/** What keeps `datasets` from looking at the keys: its reader refuses the line. */
export interface UnreadLine {
  readonly row: number;
  readonly cause: 'blank-line' | 'huge-integer' | 'array-integer' | 'huge-float' | 'array-float';
  readonly span: Span;
}

/** What `datasets` 5.2 makes of a whole file. */
export interface LoadedFile {
  readonly type: LoadedType;
  readonly root: ValueNode;
  /** The first line of the first block that its reader refuses, so that unlike keys are not looked for. */
  readonly unread: UnreadLine | null;
  /** The line at which loading stops, because values have to be kept as JSON text and its reader refuses the line. */
  readonly stoppedAt: UnreadLine | null;
  /** The first value after the first block that does not fit the types inferred from it, at which loading stops. */
  readonly misfit: ValuePlace | null;
  /** The rows go through pandas' ujson: always in an array, else where something is kept as JSON text. */
  readonly isRewritten: boolean;
  /** Floats of trained columns that ujson does not keep. */
  readonly floats: ValueLog;
  /** Integers from 2^63 to 2^64 - 1: floats to Arrow, kept where values are kept as JSON text. */
  readonly unsigned: ValueLog;
  /** Texts of trained columns that ujson reads as another value, by the place that they stand at. */
  readonly texts: ReadonlyMap<ValueNode, ValueLog>;
  /** Rows that have no `chat_template_kwargs`, if others have some. */
  readonly rowsWithoutKwargs: Iterable<number>;
}

/** Follows what `datasets` 5.2 infers from the rows of one JSONL file or array (packaged_modules/json/json.py:167). Rows come in order. */
export class LoadModel implements ValueWatch {
  readonly #tree = new ValueTree();
  readonly #floats = new ValueLog();
  readonly #unsigned = new ValueLog();
  readonly #texts = new Map<ValueNode, ValueLog>();
  readonly #kwargs = new KwargsRows();
  #unread: UnreadLine | null = null;
  #lateUnread: UnreadLine | null = null;
  #row: Row | null = null;
  #firstType: LoadedType | null = null;
  #misfit: ValuePlace | null = null;
  #isArray = false;
  #isElsewhere = false;
  #mayHaveWholeFloats: boolean | null = null;
  #loaded: LoadedFile | null = null;
  /** Columns whose prose is known to add nothing new, as long as no other row is added: most rows share one array of them. */
  #known: readonly string[] | null = null;

  /** The rules of a file share one model: a row that was added already is not added again. */
  add(row: Row): void {
    if (row === this.#row) return;
    this.#row = row;
    const { container } = row;
    this.#isArray = container === 'element';
    this.#isElsewhere = container === 'record' || container === 'document';
    if (this.#isElsewhere || !row.isObject) return;
    const { proseColumns } = row;
    if (proseColumns !== null && this.knowsProse(proseColumns, row.offset)) this.addProse(row.number);
    else this.#addToTree(row);
  }

  /** A row like nearly all others adds nothing to what was seen, once some were: one look spares it the walk through the tree. */
  knowsProse(columns: readonly string[], offset: number): boolean {
    if (columns === this.#known) return true;
    if (!this.#tree.isSettledIn(columns)) return false;
    if (this.#fitsLate(columns)) this.#known = columns;
    return columns === this.#known || !this.#isLate(offset);
  }

  /** Adds a line of prose that adds nothing new. */
  addProse(number: number): void {
    this.#kwargs.add(number, null);
  }

  blankLine(line: number, offset: number): void {
    const span = { line, column: 1, endLine: line, endColumn: 1, start: offset, end: offset };
    this.#refused({ row: line, cause: 'blank-line', span }, offset);
  }

  /** What becomes of the rows; null of a file that its loader does not read. */
  end(): LoadedFile | null {
    if (this.#isElsewhere) return null;
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  #load(): LoadedFile {
    const type = this.#firstType ?? this.#typeSoFar();
    const isKeptAsJson = hasJson(type);
    return {
      type,
      root: this.#tree.root,
      unread: this.#unread,
      stoppedAt: isKeptAsJson || this.#isArray ? (this.#unread ?? this.#lateUnread) : null,
      isRewritten: this.#isArray || isKeptAsJson,
      misfit: this.#misfit,
      floats: this.#floats,
      unsigned: this.#unsigned,
      texts: this.#texts,
      rowsWithoutKwargs: this.#kwargs.rowsWithout(),
    };
  }

  placeOf(path: Path): ValuePlace {
    const row = this.#row;
    const kept = [...path];
    return {
      row: row?.number ?? 0,
      path: kept,
      span: row?.spanOf({ kind: 'value', path: kept }) ?? null,
    };
  }

  isFloat(value: number, path: Path): boolean {
    if (!isTrained(path)) return false; // nothing but what is printed depends on it
    this.#mayHaveWholeFloats ??= WHOLE_FLOAT.test(this.#row?.text ?? '');
    const isLarge = value >= 2 ** 63 || value < -(2 ** 63);
    if (!isLarge && !this.#mayHaveWholeFloats) return false;
    const literal = this.#literal(path);
    return /[.eE]/.test(literal) || (isLarge && BigInt.asIntN(64, BigInt(literal)) !== BigInt(literal));
  }

  float(path: Path): void {
    if (!isTrained(path)) return;
    const literal = this.#literal(path);
    if (/[IN]/.test(literal) || isKeptByUjson(literal)) return;
    this.#floats.add(this.#row?.number ?? 0, literal, () => this.placeOf(path));
  }

  text(text: string, path: Path, node: ValueNode): void {
    if (!mayBeReadByUjson(text) || !isTrained(path)) return;
    const log = this.#texts.get(node) ?? new ValueLog();
    const isAmongFirst = log.values.length < MOST_READ || !node.isTextOnly;
    if (isAmongFirst && !isReadByUjson(text)) return;
    this.#texts.set(node, log);
    if (isAmongFirst) log.add(this.#row?.number ?? 0, excerpt(text), () => this.placeOf(path));
    else log.addRow(this.#row?.number ?? 0);
  }

  #fitsLate(columns: readonly string[]): boolean {
    return this.#misfit !== null || takesProse(this.#firstType, columns);
  }

  #addToTree(row: Row): void {
    const { object } = row;
    if (object === null) return;
    this.#known = null;
    if (row.tally.hasLongNumber || row.tally.hasNonFinite) this.#lookForLargeNumbers(row);
    this.#mayHaveWholeFloats = null;
    if (this.#isLate(row.offset)) this.#lookForMisfit(object);
    this.#tree.add(object, this);
    this.#kwargs.add(row.number, object['chat_template_kwargs'] ?? null);
  }

  #literal(path: Path): string {
    return this.#row?.literalAt(path) ?? '';
  }

  #lookForLargeNumbers(row: Row): void {
    eachNumber(row.text, (literal, start, path) => {
      const kind = INTEGER.test(literal) ? 'integer' : 'float';
      if (kind === 'integer' && isUnsigned(literal))
        this.#unsigned.add(row.number, literal, () => this.placeOf(path));
      if (!isRefusedByUjson(literal)) return;
      const span = row.spanOf({ kind: 'range', start, end: start + literal.length });
      const cause = `${this.#isArray ? 'array' : 'huge'}-${kind}` as const;
      if (span !== null) this.#refused({ row: row.number, cause, span }, row.offset);
    });
  }

  #refused(line: UnreadLine, offset: number): void {
    if (this.#isLate(offset)) this.#lateUnread ??= line;
    else this.#unread ??= line;
  }

  /** The block is read to the end of its line, and where it ends with a line by one line more. */
  #isLate(offset: number): boolean {
    return !this.#isArray && offset > FIRST_BLOCK;
  }

  /** The types are those of the first block; what does not fit them later stops the load. */
  #lookForMisfit(object: JsonObject): void {
    this.#firstType ??= this.#typeSoFar();
    if (this.#misfit !== null) return;
    const path = misfitIn(this.#firstType, object);
    if (path !== null) this.#misfit = this.placeOf(path);
  }

  #typeSoFar(): LoadedType {
    return loadedType(this.#tree.root, this.#isArray || this.#unread === null, this.#isArray);
  }
}

/** Arrow's integers have a sign. */
function isUnsigned(integer: string): boolean {
  const value = BigInt(integer);
  return value === BigInt.asUintN(64, value) && value !== BigInt.asIntN(64, value);
}

/** Whether the columns take any text, those of integers any integer, and those of turns of prose turns with any text. */
function takesProse(type: LoadedType | null, columns: readonly string[]): boolean {
  if (type?.kind !== 'struct') return false;
  for (const column of columns) {
    if (!takesColumn(type.fields, column)) return false;
  }
  return true;
}

function takesColumn(fields: ReadonlyMap<string, LoadedType>, column: string): boolean {
  const integer = integerColumn(column);
  if (integer !== null) return fields.get(integer)?.kind === 'integer';
  const keys = PROSE_TURNS[column];
  return keys === undefined ? fields.get(column)?.kind === 'string' : takesTurns(fields.get(column), keys);
}

function takesTurns(type: LoadedType | undefined, keys: readonly string[]): boolean {
  if (type?.kind !== 'list' || type.item.kind !== 'struct') return false;
  const { fields } = type.item;
  return keys.every((key) => fields.get(key)?.kind === 'string');
}

/**
 * While texts alone stand at a place, which is all that most files have, so many of them are read and kept with their places; later
 * ones are told by their first and last characters, and their rows are kept.
 */
const MOST_READ = 100;
