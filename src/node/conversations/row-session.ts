import { createHash } from 'node:crypto';
import { changeString } from '../../core/conversations/change-string.ts';
import { showRow, systemOf, valueOfSource, type FirstSystem } from '../../core/conversations/show-row.ts';
import type { ShownRow } from '../../core/conversations/shown-row.ts';
import { typedOver } from '../../core/conversations/typed-over.ts';
import { valueAt } from '../../core/conversations/value-at.ts';
import type { Span } from '../../core/dataset/reading/place.ts';
import type { RowsState, StringChange, StringOfRow } from '../../core/protocol/rows-contract.ts';
import { textPlaces } from './text-places.ts';
import { FilteredRows, type RowWish } from './filtered-rows.ts';
import { RowChoices } from './row-choices.ts';
import type { RowSource } from './row-source.ts';

/** A string of a row, and what was typed over it. */
interface WantedString extends StringOfRow {
  readonly row: number;
  readonly pointer: string;
  readonly typed: string;
}

/** One file on one screen: its rows, the filter that is on, and what can be chosen to filter by. */
export class RowSession {
  readonly #source: RowSource;
  readonly #choices: RowChoices;
  #wish: RowWish | null = null;
  #filtered: FilteredRows | null = null;
  #first: Promise<FirstSystem | null> | null = null;

  constructor(source: RowSource) {
    this.#source = source;
    this.#choices = new RowChoices(source);
  }

  /** What is filtered by. */
  get wish(): RowWish | null {
    return this.#wish;
  }

  get opened(): Promise<void> {
    return this.#source.opened;
  }

  state(): RowsState {
    const { size: rows, isComplete, fault, bytes } = this.#source;
    const filter = this.#filtered?.state ?? null;
    return { rows, isComplete, fault, bytes, filter, choices: this.#choices.found };
  }

  async read(from: number, count: number): Promise<ShownRow[]> {
    const first = await this.#firstSystem();
    const rows =
      this.#filtered === null ? await this.#source.read(from, count) : await this.#filtered.read(from, count);
    return rows.map(({ number, source }) => showRow(number, source, first));
  }

  filter(wish: RowWish | null): void {
    this.#filtered?.stop();
    this.#wish = wish;
    this.#filtered = wish === null ? null : new FilteredRows(this.#source, wish);
  }

  /** Null if the row is not there, or not shown. */
  positionOf(row: number): number | null {
    const position = this.#source.positionOf(row);
    if (position >= this.#source.size || this.#source.numberAt(position) !== row) return null;
    return this.#filtered === null ? position : this.#filtered.positionOf(position);
  }

  /** Null where rows have no lines, or the row is not there. */
  placeOf(row: number): Omit<Span, 'start' | 'end'> | null {
    const position = this.#source.positionOf(row);
    const span = this.#source.numberAt(position) === row ? this.#source.spanAt(position) : null;
    if (span === null) return null;
    const { line, column, endLine, endColumn } = span;
    return { line, column, endLine, endColumn };
  }

  rowAtLine(line: number): number | null {
    return this.#source.numberAtLine(line);
  }

  async readString(row: number, pointer: string): Promise<StringOfRow | null> {
    const found = await this.#stringAt(row, pointer);
    return found && { before: found.value, rowDigest: digestOf(found.text) };
  }

  async changeString({ row, pointer, before, rowDigest, typed }: WantedString): Promise<StringChange> {
    const found = await this.#stringAt(row, pointer);
    if (found === null || found.text === null || found.value !== before) return { kind: 'conflict' };
    if (digestOf(found.text) !== rowDigest) return { kind: 'conflict' };
    const after = typedOver(before, typed);
    if (after === before) return { kind: 'same' };
    const change = changeString(found.text, found.path, after);
    const span = this.#source.spanAt(this.#source.positionOf(row));
    if (change === null || span === null) return { kind: 'conflict' };
    const { start, end, text } = change;
    const old = found.text.slice(start, end);
    return { kind: 'change', ...textPlaces(found.text, span, start, end), old, text };
  }

  async close(): Promise<void> {
    this.#filtered?.stop();
    this.#choices.stop();
    await this.#source.close();
  }

  async #stringAt(row: number, pointer: string) {
    const position = this.#source.positionOf(row);
    const [read] = await this.#source.read(position, 1);
    if (read === undefined || read.number !== row) return null;
    const root = valueOfSource(read.source);
    const found = root === undefined ? null : valueAt(root, pointer);
    if (found === null || typeof found.value !== 'string') return null;
    const text = read.source.kind === 'json' ? read.source.text : null;
    return { path: found.path, value: found.value, text };
  }

  #firstSystem(): Promise<FirstSystem | null> {
    if (this.#source.size === 0) return Promise.resolve(null);
    this.#first ??= firstSystem(this.#source);
    return this.#first;
  }
}

async function firstSystem(source: RowSource): Promise<FirstSystem | null> {
  const [row] = await source.read(0, 1);
  if (row === undefined) return null;
  const { content } = showRow(row.number, row.source, null);
  const text = content.kind === 'turns' ? systemOf(content.turns) : null;
  return text === null ? null : { row: row.number, text };
}

/** @param text null: a row that is no JSON text, and that nobody can change */
function digestOf(text: string | null): string {
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}
