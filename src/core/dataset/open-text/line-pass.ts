import type { KnownRows } from '../configuration/known-rows.ts';
import { DIGEST_WORDS } from '../comparing/digest.ts';
import { DigestTable } from '../comparing/digest-table.ts';
import type { CollectingRule, FileRules } from '../file-rules.ts';
import { FindingLists } from '../findings/finding-list.ts';
import { RowLint } from '../row-lint.ts';
import type { Row } from '../row/row.ts';
import type { CollectedFacts } from '../rule.ts';
import type { RuleSet } from '../rule-set.ts';
import type { ComparedLines } from './compared-lines.ts';
import type { EditedText } from './edited-text.ts';
import type { KeptRows } from './kept-rows.ts';
import { readLines } from './read-lines.ts';

/** UTF-16 units that are gone over at a time: some milliseconds of work. */
const BLOCK = 1 << 18;

/** What is known of an open text of lines. */
export interface KnownText {
  readonly text: EditedText;
  readonly lines: ComparedLines;
  /** Its lines as the rules that are asked have read them. */
  readonly kept: KeptRows;
}

/** A rule that keeps facts of rows, and the first of its integers among those of all rules. */
export interface FactRule extends CollectingRule {
  readonly facts: CollectedFacts;
  readonly from: number;
}

/** Who is told of the rows. */
interface AskedRules {
  readonly rules: RuleSet;
  /** Of those that follow the whole file. */
  readonly withFacts: readonly FactRule[];
  readonly others: FileRules;
  readonly known: KnownRows;
  /** A rule asks which row an equal one was first, or tuning-fork.yaml speaks of rows. */
  readonly asksDigest: boolean;
}

/** Goes once over the lines of a text, and reads those that have to be read. */
export class LinePass {
  readonly #text: EditedText;
  readonly #lines: ComparedLines;
  readonly #kept: KeptRows;
  readonly #known: KnownRows;
  readonly #withFacts: readonly FactRule[];
  readonly #others: FileRules;
  readonly #lint: RowLint;
  readonly #found = new FindingLists(Infinity);
  readonly #seen = new DigestTable();
  readonly #digest = new Int32Array(DIGEST_WORDS);
  readonly #asksDigest: boolean;
  readonly #offsets: Float64Array;
  rows = 0;

  constructor({ text, lines, kept }: KnownText, asked: AskedRules) {
    this.#text = text;
    this.#lines = lines;
    this.#kept = kept;
    this.#known = asked.known;
    this.#withFacts = asked.withFacts;
    this.#others = asked.others;
    this.#asksDigest = asked.asksDigest;
    this.#offsets = new Float64Array(text.lineCount + 1);
    this.#lint = new RowLint(asked.rules, {
      findings: this.#found.ofRows,
      known: asked.known,
      keeper: {
        firstEqual: (digest, row) => (asked.asksDigest ? this.#seen.firstOf(digest, row) : null),
        add: () => undefined,
      },
      summaries: null,
      onRow: (row) => this.#row(row),
      onBlankLine: (line, offset) => {
        this.#kept.readBlank(line - 1);
        this.#others.blankLine(line, offset);
      },
    });
  }

  get bytes(): number {
    return this.offsetOf(this.#text.lineCount);
  }

  offsetOf(line: number): number {
    return this.#offsets[line] ?? 0;
  }

  *run(): Generator<undefined, void> {
    const text = this.#text;
    /** Lines from here on wait to be read together. */
    let from = 0;
    let units = 0;
    for (let line = 0; line < text.lineCount; line++) {
      this.#offsets[line + 1] = this.offsetOf(line) + text.bytesOf(line);
      if (this.#isKnown(line)) {
        this.#read(from, line);
        from = this.#show(line) ? line + 1 : line;
      }
      units += text.unitsOf(line, line + 1);
      if (units < BLOCK) continue;
      this.#read(from, line + 1);
      from = line + 1;
      units = 0;
      yield;
    }
    this.#read(from, text.lineCount);
    for (let line = 0; line < text.lineCount; line++)
      if (text.bytesOf(line) > 0 && !this.#kept.isBlank(line)) this.rows += 1;
  }

  /** It need not be read again, if all that want to see rows know its columns. */
  #isKnown(line: number): boolean {
    return this.#kept.isRead(line) && (this.#others.areNone || this.#kept.proseColumns(line) !== null);
  }

  /** Passes on what is known of a line; false if it has to be read. */
  #show(line: number): boolean {
    if (!this.#others.areNone) {
      if (!this.#others.knowProse(this.#kept.proseColumns(line), this.offsetOf(line))) return false;
      this.#others.addProse(line + 1);
    }
    const isFirst = !this.#asksDigest || this.#firstEqual(line) === null;
    for (const [number, { rule, facts, from }] of this.#withFacts.entries()) {
      const own = this.#kept.facts(line, number, from, facts.width);
      if (own !== null && (isFirst || rule.asksFirstEqual !== true)) facts.add(line + 1, own);
    }
    return true;
  }

  #firstEqual(line: number): number | null {
    if (!this.#lines.isRow(line)) return null;
    this.#lines.digestInto(this.#digest, line);
    this.#known.row(line + 1, this.#digest);
    return this.#seen.firstOf(this.#digest, line + 1);
  }

  #read(from: number, to: number): void {
    if (from === to) return;
    const kept = this.#kept;
    let wasRead = false;
    for (let line = from; line < to; line++) {
      wasRead ||= kept.isRead(line);
      kept.read(line, null);
    }
    const before = this.#found.ofRows.listed.length;
    readLines(this.#text, from, to, this.offsetOf(from), this.#lint);
    const others = wasRead ? kept.findings.filter(({ row }) => row <= from || row > to) : kept.findings;
    kept.findings = others.concat(this.#found.ofRows.listed.slice(before));
  }

  #row(row: Row): void {
    if (!row.isObject) return;
    const line = row.number - 1;
    this.#others.row(row);
    this.#kept.read(line, row.proseColumns);
    for (const [number, { rule, facts, from }] of this.#withFacts.entries()) {
      const own = facts.read(row);
      if (own === null) continue;
      this.#kept.keepFacts(line, number, from, own);
      if (row.firstEqual === null || rule.asksFirstEqual !== true) facts.add(row.number, own);
    }
  }
}
