import { columnsOf } from '../../row/column.ts';
import { isObject, type JsonObject } from '../../json/json-value.ts';
import { formatOfRow } from '../../row/row-format.ts';
import type { SourceRow } from '../source-row.ts';
import { isDolly } from './dolly.ts';
import { exactJson, printExact } from './exact-json.ts';
import type { ConversionLoss, ConversionTarget, DropReason } from './example.ts';
import { judgementOf } from './judgement.ts';
import { mapColumns, type ColumnMapping } from './map-columns.ts';
import { parseValue } from './parse-value.ts';
import { readExample } from './read-example.ts';
import { writeExample, type Written } from './write-example.ts';

export interface DroppedRow {
  readonly row: number;
  readonly why: DropReason;
}

/** What became of the rows of a file. */
export interface ConversionCount {
  /** Rows that had the format already, and were not touched. */
  readonly unchanged: number;
  readonly converted: number;
  readonly dropped: readonly DroppedRow[];
  /** Rows by what they lost. */
  readonly losses: ReadonlyMap<ConversionLoss, number>;
}

/** Writes rows in another format, one after another, and counts what is lost. Nothing is kept of a row but its number if it goes. */
export class ConvertRows {
  readonly #target: ConversionTarget;
  readonly #mapping: ColumnMapping | null;
  readonly #encoder = new TextEncoder();
  readonly #losses = new Map<ConversionLoss, number>();
  readonly #dropped: DroppedRow[] = [];
  #unchanged = 0;
  #converted = 0;

  /** @param mapping what the columns are; null: as they are named */
  constructor(target: ConversionTarget, mapping: ColumnMapping | null) {
    this.#target = target;
    this.#mapping = mapping;
  }

  /** The lines that the row becomes: none, one, or two. A row that has the format already keeps its bytes. */
  convert(source: SourceRow): Uint8Array[] {
    const made = this.#make(source);
    if (typeof made === 'string') {
      this.#dropped.push({ row: source.number, why: made });
      return [];
    }
    if (made === null) {
      this.#unchanged += 1;
      return [source.bytes];
    }
    this.#converted += 1;
    for (const loss of made.losses) this.#losses.set(loss, (this.#losses.get(loss) ?? 0) + 1);
    if (source.hasBrokenBytes) this.#losses.set('broken-bytes', (this.#losses.get('broken-bytes') ?? 0) + 1);
    return made.rows.map((row) => this.#encoder.encode(printExact(row)));
  }

  count(): ConversionCount {
    const [unchanged, converted] = [this.#unchanged, this.#converted];
    return { unchanged, converted, dropped: this.#dropped, losses: this.#losses };
  }

  /** Null: it stays as it is. */
  #make({ raw, isCsv }: SourceRow): Written | DropReason | null {
    const parsed = parseValue(raw.text, raw.depth);
    if (parsed === undefined) return 'no-json';
    if (!isObject(parsed)) return 'no-object';
    const hasExtra = isCsv && Array.isArray(parsed['']);
    if (this.#mapping === null && !hasExtra && isAlready(parsed, this.#target)) return null;
    const { value, hasRepeatedKeys } = exactJson(parsed, raw.text);
    const row = isObject(value) ? value : parsed;
    const mapped = this.#mapping === null ? { row, isLossy: false } : mapColumns(row, this.#mapping);
    if (mapped === null) return 'mapped-column';
    const example = readExample(mapped.row);
    const made = typeof example === 'string' ? example : writeExample(example, this.#target);
    if (typeof made === 'string') return made;
    const losses = new Set(made.losses);
    if (hasRepeatedKeys) losses.add('repeated-keys');
    if (mapped.isLossy) losses.add('other-columns');
    if (hasExtra) losses.add('extra-fields');
    return { rows: made.rows, losses };
  }
}

/** Whether a row has the format that is asked for. Rows with tools have the format of their turns as well. */
function isAlready(row: JsonObject, target: ConversionTarget): boolean {
  const format = formatOfRow(row, columnsOf(row));
  if (format !== 'kto' && judgementOf(row) !== null) return false;
  if (target === 'alpaca' && isDolly(row)) return false;
  const isTextPair = typeof row['prompt'] === 'string';
  if (target === 'prompt-completion-text') return format === 'prompt-completion' && isTextPair;
  if (format === 'kto') return target === 'kto' && row['completion'] !== undefined;
  if (format !== 'tool-calling') return format === target;
  const isPair = isTextPair || Array.isArray(row['prompt']);
  if (isPair) return target === 'prompt-completion';
  if (Array.isArray(row['messages'])) return target === 'messages' || target === 'tool-calling';
  return target === 'sharegpt';
}
