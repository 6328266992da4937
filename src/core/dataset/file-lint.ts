import { isBlankLine } from './blank-line.ts';
import { nearMiss, type KnownColumn } from './column.ts';
import { countByRule } from './count-by-rule.ts';
import { DigestTable } from './digest-table.ts';
import type { Finding, LintedFile, RowSummary } from './finding.ts';
import { findingAt, FindingMaker } from './finding-maker.ts';
import { byPlace } from './finding-order.ts';
import { FormatVote } from './format-vote.ts';
import { parseRow } from './parse-row.ts';
import { FindingFilter } from './configuration/finding-filter.ts';
import type { LineEnds } from './line-ends.ts';
import type { LoadModel } from './loading/load-model.ts';
import type { LintOptions } from './lint-options.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import type { Span } from './place.ts';
import type { RawRow, RowSink } from './raw-row.ts';
import { wantedColumns } from './row-format.ts';
import { RowIndex } from './row-index.ts';
import { RowRules } from './row-rules.ts';
import { withWorst } from './row-worst.ts';
import { Row } from './row.ts';
import { SharedWork } from './shared-work.ts';
import type { ForeignEncoding, Occurrence, RowCollector, Subject, SubjectOf } from './rule.ts';
import { RuleSet, type ActiveFileRule, type ActiveRule } from './rule-set.ts';
import type { TurnColumn } from './turn.ts';
import { firstBrokenBytes } from './utf8.ts';
import { ValueDigest } from './value-digest.ts';
import { wholeSpan } from './whole-span.ts';

/** A key that is near a known column, and where it stands. */
interface NearKey {
  readonly key: string;
  readonly column: KnownColumn;
  readonly span: Span | null;
}

/** Takes what the reader found in one file, asks the rules and keeps their findings. */
export class FileLint implements RowSink {
  readonly #path: string;
  readonly #rules: RuleSet;
  readonly #rowRules: RowRules;
  readonly #collectors: readonly (ActiveFileRule & { readonly collector: RowCollector })[];
  readonly #findings: Finding[] = [];
  readonly #filter: FindingFilter;
  readonly #shared: SharedWork;
  readonly #model: LoadModel | null;
  readonly #summaries: Omit<RowSummary, 'worst'>[] | null;
  readonly #onRow: ((row: Row) => void) | null;
  readonly #rowsAlone: boolean;
  readonly #vote = new FormatVote();
  readonly #index = new RowIndex();
  readonly #nearKeys = new Map<number, NearKey>();
  readonly #seen = new DigestTable();
  readonly #digest = new ValueDigest();
  readonly #words = new Int32Array(4);
  /** What the row rules report to: one function for all rows, and nothing made for a row without findings. */
  readonly #reportRow = (found: Occurrence): void => {
    if (this.#active === null || this.#current === null) return;
    const { rule, severity } = this.#active;
    if (this.#hasPlaces) this.#findings.push(this.#current.maker.make(rule.id, severity, found));
    else this.#findings.push(findingAt(rule.id, severity, this.#current.number, null, found));
  };
  #active: ActiveRule<'row'> | null = null;
  #current: Row | null = null;
  #encoding: ForeignEncoding | null = null;
  #rows = 0;
  /** Lines and bytes of findings are known; records have none. */
  #hasPlaces = true;

  constructor(options: LintOptions) {
    const rules = new RuleSet(options);
    this.#path = options.path;
    this.#rules = rules;
    this.#onRow = options.onRow ?? null;
    this.#shared = new SharedWork(options);
    this.#filter = new FindingFilter(options.ignores ?? []);
    this.#rowRules = new RowRules(rules.on('row'));
    this.#model = options.model ?? null;
    this.#collectors = rules
      .onFile()
      .map(({ rule, severity }) => ({ rule, severity, collector: rule.collect(this.#shared) }));
    this.#summaries = options.summaries === true ? [] : null;
    this.#rowsAlone = options.rowsAlone === true;
  }

  /** The first bytes of the file, which may say that it is no text in UTF-8. */
  firstBytes(head: Uint8Array): void {
    const [a, b] = head;
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) this.#encoding = 'utf-16';
    if (a === 0x1f && b === 0x8b) this.#encoding = 'gzip';
  }

  byteOrderMark(): void {
    this.#shared.hasMark = true;
    this.#ask('byte-order-mark', { kind: 'byte-order-mark' }, filePart(3));
  }

  lineEnds({ crlf, lf }: LineEnds): void {
    this.#ask('line-ends', { kind: 'line-ends', crlf, lf }, filePart(0));
  }

  /** The container of the file is broken. */
  unreadable(reason: string): void {
    this.#ask('unreadable', { kind: 'unreadable', reason }, filePart(0));
  }

  line(raw: RawRow): void {
    const hasBrokenBytes = raw.hasReplacements && raw.text.includes('\ufffd') && this.#brokenLine(raw);
    if (isBlankLine(raw.text)) this.#blankLine(raw);
    else this.#row(raw, hasBrokenBytes);
  }

  /** A record of a file without lines: CSV or Parquet. */
  record(value: JsonObject, number: number): void {
    this.#hasPlaces = false;
    this.#rows += 1;
    const raw = { ...filePart(0), hasReplacements: true, number, text: JSON.stringify(value) };
    this.#digest.add(value);
    this.#digest.digest(this.#words);
    this.#rowOf(raw, value, false);
  }

  element(raw: RawRow, broken: boolean): void {
    this.#row(raw, broken);
  }

  brokenDocument(raw: RawRow): void {
    this.#rows += 1;
    const parsed = parseRow(raw.text, 0, this.#digest, this.#words);
    if (!parsed.ok) this.#ask('broken-row', { kind: 'broken-row', text: raw.text, ...parsed }, raw);
  }

  brokenDocumentBytes(raw: RawRow): void {
    this.#ask('broken-bytes', { kind: 'broken-bytes', encoding: this.#encoding }, raw);
  }

  /** What was found in all, ordered by row, start and rule. */
  result(bytes: number): LintedFile {
    const format = this.#vote.winner();
    if (format !== 'unknown') this.#oddRows(format);
    this.#comparedRows();
    this.#inFolder();
    this.#findings.sort(byPlace);
    const { findings, ignored } = this.#filter.split(this.#findings);
    const summaries = this.#summaries === null ? {} : { summaries: withWorst(this.#summaries, findings) };
    return {
      path: this.#path,
      format,
      rows: this.#rows,
      bytes,
      findings,
      counts: countByRule(findings),
      ...(ignored.length === 0 ? {} : { ignored }),
      ...summaries,
    };
  }

  #inFolder(): void {
    const place = this.#shared.folder;
    if (place !== null) this.#ask('folder', { kind: 'folder', place }, filePart(0));
  }

  #blankLine(raw: RawRow): void {
    this.#model?.blankLine(raw.number, raw.offset);
    this.#ask('blank-line', { kind: 'blank-line' }, raw);
    for (const { collector } of this.#collectors) collector.blankLine?.(raw.number, raw.offset);
  }

  #brokenLine(raw: RawRow): boolean {
    const broken = firstBrokenBytes(raw.block, raw.from, raw.to);
    if (broken === null) return false;
    const index = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      raw.block.subarray(raw.from, broken[0]),
    ).length;
    const part = { ...raw, text: '\ufffd', from: broken[0], to: broken[1] };
    const place = { offset: raw.offset + broken[0] - raw.from, column: raw.column + index };
    this.#ask('broken-bytes', { kind: 'broken-bytes', encoding: this.#encoding }, { ...part, ...place });
    return true;
  }

  #row(raw: RawRow, hasBrokenBytes: boolean): void {
    this.#rows += 1;
    const parsed = parseRow(raw.text, raw.depth, this.#digest, this.#words);
    if (!parsed.ok) {
      this.#summaries?.push({ row: raw.number, line: raw.line, turns: null });
      this.#ask('broken-row', { kind: 'broken-row', text: raw.text, ...parsed }, raw);
      this.#digest.add(raw.text);
      this.#filter.row(raw.number, this.#digest.digest(this.#words));
      return;
    }
    this.#rowOf(raw, parsed.value, hasBrokenBytes);
  }

  /** A row that could be read, and whose value was digested. */
  #rowOf(raw: RawRow, value: JsonValue, hasBrokenBytes: boolean): void {
    const firstEqual = this.#rowsAlone ? null : this.#seen.firstOf(this.#words, raw.number);
    this.#filter.row(raw.number, this.#words);
    const { hasEdgeWhiteSpace } = this.#digest;
    const row = new Row({ raw, value, hasBrokenBytes, firstEqual, hasEdgeWhiteSpace });
    this.#summaries?.push({ row: raw.number, line: raw.line, turns: turnCount(row) });
    this.#askRowRules(row, raw);
    this.#onRow?.(row);
    this.#model?.add(row);
    if (row.object === null || this.#rowsAlone) return;
    this.#remember(raw, row);
    for (const { collector } of this.#collectors) collector.add(row);
  }

  #askRowRules(row: Row, raw: RawRow): void {
    const subject = { kind: 'row', row } as const;
    this.#current = row;
    for (const active of this.#rowRules.of(row, raw)) {
      this.#active = active;
      active.rule.check(subject, this.#reportRow);
    }
  }

  #remember(raw: RawRow, row: Row): void {
    this.#vote.add(row.format);
    this.#index.add(raw.number, wholeSpan(raw), row.columns, row.format);
    if (row.format !== 'unknown' || row.object === null) return;
    const near = nearMiss(row.object);
    if (near !== null) {
      const span = this.#hasPlaces ? row.spanOf({ kind: 'key', path: [near.key] }) : null;
      this.#nearKeys.set(raw.number, { ...near, span });
    }
  }

  /** Asks the rules about rows that are not what the file is. */
  #oddRows(fileFormat: LintedFile['format']): void {
    const rules = this.#rules.on('odd-row');
    for (const { number, span, columns, format } of this.#index.rowsBut(fileFormat)) {
      const near = this.#nearKeys.get(number);
      const nearKey = near !== undefined && wantedColumns(fileFormat).includes(near.column) ? near : null;
      const subject = { kind: 'odd-row', columns, format, fileFormat, nearMiss: nearKey } as const;
      for (const { rule, severity } of rules) {
        rule.check(subject, (found) => {
          const known = found.target.kind === 'key' && nearKey !== null ? nearKey.span : span;
          const place = this.#hasPlaces ? known : null;
          this.#findings.push(findingAt(rule.id, severity, number, place, found));
        });
      }
    }
  }

  /** Lets the rules that compare rows speak. */
  #comparedRows(): void {
    for (const { rule, severity, collector } of this.#collectors) {
      collector.end((row, found) => {
        const place = this.#hasPlaces ? (found.span ?? this.#index.spanOf(row)) : null;
        this.#findings.push(findingAt(rule.id, severity, row, place, { target: WHOLE_ROW, ...found }));
      });
    }
  }

  #ask<K extends Subject['kind']>(kind: K, subject: SubjectOf<K>, raw: RawRow): void {
    const maker = new FindingMaker(raw);
    for (const { rule, severity } of this.#rules.on(kind)) {
      rule.check(subject, (found) => this.#findings.push(maker.make(rule.id, severity, found)));
    }
  }
}

const WHOLE_ROW = { kind: 'whole' } as const;

/** The first bytes of the file as row 0. */
function filePart(length: number): RawRow {
  const block = new Uint8Array(length);
  return {
    number: 0,
    text: '',
    block,
    from: 0,
    to: length,
    offset: 0,
    line: 1,
    column: 1,
    depth: 0,
    hasReplacements: false,
    around: null,
    at: 0,
  };
}

/** Turns of the row's conversation, or of its prompt and completion; null where it has none. */
function turnCount(row: Row): number | null {
  const whole = row.conversations.find(({ column }) => WHOLE.has(column));
  if (whole !== undefined) return whole.turns.length;
  const parts = row.conversations.filter(({ column }) => column === 'prompt' || column === 'completion');
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.turns.length, 0);
}

const WHOLE = new Set<TurnColumn>(['messages', 'conversations', 'conversation']);
