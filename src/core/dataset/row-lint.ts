import { isBlankLine } from './reading/blank-line.ts';
import type { ExactRecord } from './reading/exact-record.ts';
import { filePart } from './file-part.ts';
import type { KnownRows } from './configuration/known-rows.ts';
import type { RowSummary, Severity } from './findings/finding.ts';
import type { FindingList } from './findings/finding-list.ts';
import { findingAt, FindingMaker } from './findings/finding-maker.ts';
import type { JsonObject, JsonValue } from './json/json-value.ts';
import { parseRow, type ParsedRow } from './reading/parse-row.ts';
import { isUnread } from './json/longest-text.ts';
import type { RawRow, RowSink } from './reading/raw-row.ts';
import type { NearKey, RowKeeper } from './comparing/row-keeper.ts';
import { DIGEST_WORDS, type Digest } from './comparing/digest.ts';
import { isAboutShape, RowRules } from './row-rules.ts';
import { Row } from './row/row.ts';
import { KnownShapes } from './shape/known-shapes.ts';
import type { RowShape } from './shape/row-shape.ts';
import type { ForeignEncoding } from './reading/foreign-encoding.ts';
import type { Occurrence, Subject, SubjectOf } from './rule.ts';
import { severityOf, type ActiveRule, type Grade, type RuleSet } from './rule-set.ts';
import type { TurnColumn } from './row/turn.ts';
import { firstBrokenBytes } from './reading/utf8.ts';
import { ValueDigest } from './comparing/value-digest.ts';
import { wholeSpan } from './reading/whole-span.ts';

/** What is known of a row without its place in the file. */
export type SummaryOfRow = Omit<RowSummary, 'worst'>;

/** Where the results go. */
export interface RowLintTarget {
  readonly findings: FindingList;
  readonly known: KnownRows;
  readonly keeper: RowKeeper;
  /** What each row is; null if nobody asks. */
  readonly summaries: SummaryOfRow[] | null;
  /** Is shown every row that can be read, in order; it must not keep the row. */
  readonly onRow?: ((row: Row) => void) | undefined;
  /** Is shown the lines of a JSONL file that are empty. */
  readonly onBlankLine?: ((line: number, offset: number) => void) | undefined;
}

type BrokenRow = Extract<ParsedRow, { ok: false }>;

/** Runs the rules that look at single rows on each row, and on each line that is no row those that look at such lines. */
export class RowLint implements RowSink {
  readonly #rules: RuleSet;
  readonly #rowRules: RowRules;
  readonly #target: RowLintTarget;
  readonly #digest = new ValueDigest();
  /** Of records with something that is not looked at. */
  readonly #allDigest = new ValueDigest();
  readonly #shapes = new KnownShapes();
  readonly #words = new Int32Array(DIGEST_WORDS);
  /** What the row rules report to: one function for all rows, and nothing made for a row without findings. */
  readonly #reportRow = (found: Occurrence): void => {
    if (this.#active === null || this.#current === null) return;
    const { rule } = this.#active;
    const severity = this.#severityOf(this.#active, found);
    if (isAboutShape(rule)) this.#isOddlyShaped = true;
    const { findings } = this.#target;
    if (findings.isFull) {
      findings.count(rule.id, severity);
      return;
    }
    const made = this.#hasPlaces
      ? this.#current.maker.make(rule.id, severity, found)
      : findingAt(rule.id, severity, this.#current.number, null, found);
    findings.list(made);
  };
  #active: ActiveRule<'row'> | null = null;
  #current: Row | null = null;
  /** A rule has found something in the row that does not depend on its texts. */
  #isOddlyShaped = false;
  /** The lines are parts of rows that loading joins, so that none of them stops it. */
  #areJoined = false;
  #rows = 0;
  #hasPlaces = true;
  #inArray = false;
  /** What the file is by its first bytes. */
  encoding: ForeignEncoding | null = null;

  constructor(rules: RuleSet, target: RowLintTarget) {
    this.#rules = rules;
    this.#rowRules = new RowRules(rules.on('row'));
    this.#target = target;
  }

  /** Rows that were met, broken ones too. */
  get rows(): number {
    return this.#rows;
  }

  /** Lines and bytes of findings are known; records have none. */
  get hasPlaces(): boolean {
    return this.#hasPlaces;
  }

  /** The rows are elements of an array, which have no line of their own. */
  get inArray(): boolean {
    return this.#inArray;
  }

  line(raw: RawRow): void {
    const shape = raw.hasReplacements ? null : this.#shapes.shapeOf(raw);
    if (shape === null) this.#unknownLine(raw);
    else this.#shapedRow(raw, shape);
  }

  #unknownLine(raw: RawRow): void {
    const hasBrokenBytes = raw.hasReplacements && raw.text.includes('\ufffd') && this.#brokenLine(raw);
    if (isBlankLine(raw.text) && !isUnread(raw)) this.#blankLine(raw);
    else this.#row(raw, hasBrokenBytes);
  }

  /** What follows are records, which have no lines. */
  withoutPlaces(): void {
    this.#hasPlaces = false;
  }

  /** A record of CSV. */
  record(value: JsonObject, number: number): void {
    this.#rows += 1;
    const raw = { ...filePart(0), hasReplacements: true, number, text: JSON.stringify(value) };
    this.#digest.add(value);
    this.#digest.digest(this.#words);
    this.#rowOf(raw, value, false);
  }

  /** A record of Parquet: what is shown is looked at, and all of it compared. */
  exactRecord({ text, shown, hasDecimals }: ExactRecord, number: number): void {
    this.#rows += 1;
    const raw = { ...filePart(0), hasReplacements: true, number, text: shown };
    const parsed = parseRow(shown, 0, this.#digest, this.#words, hasDecimals);
    if (!parsed.ok) {
      this.#brokenRow(raw, parsed);
      return;
    }
    if (text !== shown) parseRow(text, 0, this.#allDigest, this.#words, hasDecimals);
    this.#rowOf(raw, parsed.value, false);
  }

  joinedLines(): void {
    this.#areJoined = true;
  }

  element(raw: RawRow, broken: boolean): void {
    this.#inArray = raw.depth > 0;
    const shape = raw.hasReplacements ? null : this.#shapes.shapeOf(raw);
    if (shape === null) this.#row(raw, broken);
    else this.#shapedRow(raw, shape);
  }

  brokenDocument(raw: RawRow): void {
    this.#rows += 1;
    const parsed = parseRow(raw.text, 0, this.#digest, this.#words);
    if (!parsed.ok) this.#brokenRow(raw, parsed);
  }

  #brokenRow(raw: RawRow, { problem, at }: BrokenRow): void {
    const why = isUnread(raw) ? 'too-long' : problem;
    const subject = { text: raw.text, problem: why, at, isJoined: this.#areJoined } as const;
    this.ask('broken-row', { kind: 'broken-row', ...subject }, raw);
  }

  #severityOf(active: Grade, found: Occurrence): Severity {
    const severity = severityOf(active, found);
    return this.#areJoined && severity === 'error' && !active.isChosen ? 'warning' : severity;
  }

  brokenDocumentBytes(raw: RawRow): void {
    this.ask('broken-bytes', { kind: 'broken-bytes', encoding: this.encoding }, raw);
  }

  isAskedAbout(kind: Subject['kind']): boolean {
    return this.#rules.on(kind).length > 0;
  }

  /** Asks the rules about something that is no row. What they say of the file as a whole, row 0, is always listed. */
  ask<K extends Subject['kind']>(kind: K, subject: SubjectOf<K>, raw: RawRow): void {
    const { findings } = this.#target;
    for (const active of this.#rules.on(kind)) {
      const { rule } = active;
      rule.check(subject, (found) => {
        const severity = this.#severityOf(active, found);
        if (findings.isFull && raw.number > 0) findings.count(rule.id, severity);
        else if (!this.#hasPlaces) findings.list(findingAt(rule.id, severity, raw.number, null, found));
        else findings.list(new FindingMaker(raw).make(rule.id, severity, found));
      });
    }
  }

  #blankLine(raw: RawRow): void {
    this.ask('blank-line', { kind: 'blank-line' }, raw);
    this.#target.onBlankLine?.(raw.number, raw.offset);
  }

  #brokenLine(raw: RawRow): boolean {
    const broken = firstBrokenBytes(raw.block, raw.from, raw.to);
    if (broken === null) return false;
    const index = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      raw.block.subarray(raw.from, broken[0]),
    ).length;
    const part = { ...raw, text: '\ufffd', from: broken[0], to: broken[1] };
    const place = { offset: raw.offset + broken[0] - raw.from, column: raw.column + index };
    this.ask('broken-bytes', { kind: 'broken-bytes', encoding: this.encoding }, { ...part, ...place });
    return true;
  }

  #row(raw: RawRow, hasBrokenBytes: boolean): void {
    this.#rows += 1;
    const parsed = parseRow(raw.text, raw.depth, this.#digest, this.#words);
    if (parsed.ok) {
      this.#rowOf(raw, parsed.value, hasBrokenBytes);
      return;
    }
    this.#target.summaries?.push({ row: raw.number, line: raw.line, turns: null });
    this.#brokenRow(raw, parsed);
    this.#digest.add(raw.text);
    this.#target.known.row(raw.number, this.#digest.digest(this.#words));
  }

  /** A row that is written as earlier ones were. */
  #shapedRow(raw: RawRow, shape: RowShape): void {
    this.#rows += 1;
    const { words, hasEdgeWhiteSpace } = this.#shapes;
    const firstEqual = this.#equalTo(raw.number, words);
    const read = { shape, texts: this.#shapes };
    this.#take(new Row({ raw, read, hasBrokenBytes: false, firstEqual, hasEdgeWhiteSpace }), raw);
  }

  /** A row that could be read, and whose value was digested. */
  #rowOf(raw: RawRow, value: JsonValue, hasBrokenBytes: boolean): void {
    const firstEqual = this.#equalTo(raw.number, this.#words);
    const { hasEdgeWhiteSpace } = this.#digest;
    const row = new Row({ raw, read: { value }, hasBrokenBytes, firstEqual, hasEdgeWhiteSpace });
    this.#isOddlyShaped = false;
    this.#take(row, raw);
    if (!this.#isOddlyShaped && (row.container === 'line' || row.container === 'element'))
      this.#shapes.learn(row);
  }

  #equalTo(number: number, digest: Digest): number | null {
    this.#target.known.row(number, digest);
    return this.#target.keeper.firstEqual(digest, number);
  }

  #take(row: Row, raw: RawRow): void {
    const { keeper, summaries, onRow } = this.#target;
    summaries?.push({ row: raw.number, line: raw.line, turns: turnCount(row) });
    this.#askRowRules(row);
    onRow?.(row);
    const { columns, proseColumns } = row;
    const format = row.isObject ? row.format : null;
    const nearKey = this.#nearKey(row);
    keeper.add({ number: raw.number, span: wholeSpan(raw), columns, format, nearKey, proseColumns });
  }

  #askRowRules(row: Row): void {
    const subject = { kind: 'row', row } as const;
    this.#current = row;
    for (const active of this.#rowRules.of(row)) {
      this.#active = active;
      active.rule.check(subject, this.#reportRow);
    }
  }

  /** Of a row of no format: the key that was meant to be a column. */
  #nearKey(row: Row): NearKey | null {
    const near = row.nearMiss;
    if (near === null) return null;
    const span = this.#hasPlaces ? row.spanOf({ kind: 'key', path: [near.key] }) : null;
    return { ...near, span };
  }
}

/** Turns of the row's conversation, or of its prompt and completion; null if it has no conversation. */
function turnCount(row: Row): number | null {
  const whole = row.conversations.find(({ column }) => WHOLE.has(column));
  if (whole !== undefined) return whole.turns.length;
  const parts = row.conversations.filter(({ column }) => column === 'prompt' || column === 'completion');
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.turns.length, 0);
}

const WHOLE = new Set<TurnColumn>(['messages', 'conversations', 'conversation']);
