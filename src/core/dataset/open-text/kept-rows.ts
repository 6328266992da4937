import type { Finding } from '../findings/finding.ts';
import { isSameColumns } from '../row/prose-columns.ts';
import { LineTable } from './line-table.ts';
import type { LintPatch } from './lint-patch.ts';
import { movedFindings } from './patch-lint.ts';

/** What a line is, and a bit for each rule of which it has facts; these follow. */
const KIND = 0;
const HAS = 1;
const FACTS = 2;

/** A line that has not been read since it changed, a blank one, and one that is no prose; beyond them prose by its columns. */
const UNREAD = 0;
const BLANK = 1;
const OTHER = 2;
const PROSE = 3;

/** Different columns of prose that are told apart; rows with others are read again where a rule wants to see them. */
const MOST_COLUMNS = 100;

/** The lines of an open text as some rules have read them: what has not changed since need not be read again. */
export class KeptRows {
  readonly #table: LineTable;
  readonly #proseColumns: (readonly string[])[] = [];
  /** What rules that look at single rows have found in those that were read. */
  findings: readonly Finding[] = [];

  /** @param facts integers that are kept of a row. @param lines of the text, none of which has been read */
  constructor(facts: number, lines: number) {
    this.#table = new LineTable(FACTS + facts, lines);
  }

  /** Takes lines that have not been read in the place of others. */
  replace(patch: LintPatch): void {
    this.#table.replace(patch.from, patch.removed, patch.added);
    this.findings = movedFindings(this.findings, patch);
  }

  isRead(line: number): boolean {
    return this.#table.get(line, KIND) !== UNREAD;
  }

  isBlank(line: number): boolean {
    return this.#table.get(line, KIND) === BLANK;
  }

  /** Those of a line of prose; null of others. */
  proseColumns(line: number): readonly string[] | null {
    return this.#proseColumns[this.#table.get(line, KIND) - PROSE] ?? null;
  }

  /** Facts of a line; null if there are none. @param rule number of the rule that has them. @param from the first of its integers */
  facts(line: number, rule: number, from: number, width: number): Int32Array | null {
    const has = this.#table.get(line, HAS) & (1 << rule);
    return has === 0 ? null : this.#table.part(line, FACTS + from, width);
  }

  readBlank(line: number): void {
    this.read(line, null);
    this.#table.set(line, KIND, BLANK);
  }

  /** @param proseColumns as `Row.proseColumns`; null of what is no row as well */
  read(line: number, proseColumns: readonly string[] | null): void {
    this.#table.set(line, KIND, this.#kindOf(proseColumns));
    this.#table.set(line, HAS, 0);
  }

  keepFacts(line: number, rule: number, from: number, facts: Int32Array): void {
    this.#table.set(line, HAS, this.#table.get(line, HAS) | (1 << rule));
    this.#table.setPart(line, FACTS + from, facts);
  }

  #kindOf(proseColumns: readonly string[] | null): number {
    if (proseColumns === null) return OTHER;
    const known = this.#proseColumns.findIndex((each) => isSameColumns(each, proseColumns));
    if (known >= 0) return PROSE + known;
    if (this.#proseColumns.length === MOST_COLUMNS) return OTHER;
    return PROSE + this.#proseColumns.push(proseColumns) - 1;
  }
}
