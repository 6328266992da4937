import { DigestTable } from '../comparing/digest-table.ts';
import { HumanError } from '../../text/human-error.ts';
import { askedPrompt } from '../overlap/asked-prompt.ts';
import { chooseGroups } from './choose-groups.ts';
import { LeakagePairs } from './leakage-pairs.ts';
import { NearPairs } from './near-pairs.ts';
import { RowParser } from './row-parser.ts';
import { RowSets } from './row-sets.ts';
import { SameQuestions } from './same-questions.ts';
import { seededOrder } from './seeded-order.ts';
import type { SourceRow } from './source-row.ts';
import { Strata } from './strata.ts';

export interface SplitOptions {
  /** Share of the rows that are held out, between 0 and 1. */
  readonly eval: number;
  readonly seed: number;
  /** Column whose proportions both sides keep. */
  readonly strata: string | null;
}

/** How the rows of one kind are divided. */
export interface SplitStratum {
  /** JSON of the column's value; null: rows without the column. */
  readonly value: string | null;
  readonly rows: number;
  readonly eval: number;
}

export interface Split {
  /** By row number: 1 for the held-out rows. */
  readonly side: Uint8Array;
  readonly rows: number;
  readonly eval: number;
  /** What was asked for, in rows. */
  readonly asked: number;
  /** Groups of rows that belong together (union-find), single rows included, and the rows of the largest. */
  readonly groups: number;
  readonly largestGroup: number;
  readonly strata: readonly SplitStratum[];
  /** Rows that are no JSON: each is a group of its own. */
  readonly unread: readonly number[];
  /** Rows of no known format: only equal ones belong to one group. */
  readonly unknown: number;
  /** Rows that begin with a question of many rows, and were told apart by what is asked after it. */
  readonly toldFurther: number;
}

interface Group {
  readonly first: number;
  readonly size: number;
  readonly stratum: number;
}

/**
 * Divides the rows of a file into those to train on and those that are held out. Equal rows, nearly equal ones and rows with the same
 * first question (`SameQuestions`) stay on one side. About 700 bytes a row are kept.
 */
export class SplitRows {
  readonly #options: SplitOptions;
  readonly #parser = new RowParser(new DigestTable());
  readonly #questions = new SameQuestions();
  /** What lint calls nearly the same, and what it may miss. */
  readonly #near = new NearPairs();
  readonly #alike = new LeakagePairs();
  readonly #sets = new RowSets();
  readonly #strata: Strata;
  readonly #unread: number[] = [];
  #unknown = 0;
  #rows = 0;
  #last = 0;

  constructor(options: SplitOptions) {
    this.#options = options;
    this.#strata = new Strata(options.strata);
  }

  /** @throws {HumanError} where the column of strata has too many values */
  add(source: SourceRow): void {
    const { number } = source;
    this.#rows += 1;
    this.#last = number;
    this.#sets.add(number);
    const row = this.#parser.parse(source);
    this.#strata.add(number, row);
    if (row === null) {
      this.#unread.push(number);
      return;
    }
    if (row.format === 'unknown') this.#unknown += 1;
    if (row.firstEqual !== null) this.#sets.join(row.firstEqual, number);
    const prompt = askedPrompt(row);
    if (prompt !== null) this.#questions.add(number, prompt, (earlier) => this.#sets.join(earlier, number));
    this.#near.add(row);
    this.#alike.add(row, (earlier) => this.#sets.join(earlier, number));
  }

  /** @throws {HumanError} where the rows cannot be divided, or no row has the column of strata */
  end(): Split {
    if (this.#strata.isMissing)
      throw new HumanError('prepare.split.no-such-column', { column: this.#options.strata ?? '' });
    for (const { row, first } of this.#near.end()) this.#sets.join(first, row);
    this.#questions.end(this.#rows, (row, earlier) => this.#sets.join(earlier, row));
    const groups = this.#groups();
    if (this.#rows === 1) throw new HumanError('prepare.split.one-row');
    if (groups.length < 2) throw new HumanError('prepare.split.one-group', { rows: this.#rows });
    const asked = between(Math.round(this.#options.eval * this.#rows), 1, this.#rows - 1);
    const held = heldOut(groups, asked, this.#rows);
    const side = new Uint8Array(this.#last + 1);
    for (const row of this.#sets.rows()) if (held.has(this.#sets.firstOf(row))) side[row] = 1;
    return {
      side,
      rows: this.#rows,
      eval: groups.reduce((sum, { first, size }) => (held.has(first) ? sum + size : sum), 0),
      asked,
      groups: groups.length,
      largestGroup: groups.reduce((most, { size }) => Math.max(most, size), 0),
      strata: this.#countStrata(side),
      unread: this.#unread,
      unknown: this.#unknown,
      toldFurther: this.#questions.toldFurther,
    };
  }

  /** In the order of the seed. */
  #groups(): Group[] {
    const sizes = new Map<number, number>();
    for (const row of this.#sets.rows()) {
      const first = this.#sets.firstOf(row);
      sizes.set(first, (sizes.get(first) ?? 0) + 1);
    }
    return seededOrder([...sizes.keys()], this.#options.seed).map((first) => ({
      first,
      size: sizes.get(first) ?? 0,
      stratum: this.#strata.codeOf(first),
    }));
  }

  #countStrata(side: Uint8Array): SplitStratum[] {
    const counts = this.#strata.values().map((value) => ({ value, rows: 0, eval: 0 }));
    for (const row of this.#sets.rows()) {
      const count = counts[this.#strata.codeOf(row)];
      if (count === undefined) continue;
      count.rows += 1;
      count.eval += side[row] ?? 0;
    }
    return counts;
  }
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The groups that are held out, by their first rows; on both sides is at least one. */
function heldOut(groups: readonly Group[], asked: number, rows: number): Set<number> {
  const byStratum = Map.groupBy(groups, ({ stratum }) => stratum);
  const held = new Set<number>();
  const targets = apportioned([...byStratum.values()].map(rowsOf), asked, rows);
  for (const [n, members] of [...byStratum.values()].entries()) {
    const chosen = chooseGroups(
      members.map(({ size }) => size),
      targets[n] ?? 0,
    );
    for (const [at, group] of members.entries()) if (chosen[at] === true) held.add(group.first);
  }
  const smallest = groups.reduce((least, group) => (group.size < least.size ? group : least)).first;
  if (held.size === 0) held.add(smallest);
  if (held.size === groups.length) held.delete(smallest);
  return held;
}

function rowsOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { size }) => sum + size, 0);
}

/** Divides `asked` by the shares of the counts, the rest by the largest remainders. */
function apportioned(counts: readonly number[], asked: number, rows: number): number[] {
  const exact = counts.map((count) => (count * asked) / rows);
  const parts = exact.map(Math.floor);
  const rest = asked - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, n) => ({ n, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.n - b.n);
  for (const { n } of byRemainder.slice(0, rest)) parts[n] = (parts[n] ?? 0) + 1;
  return parts;
}
