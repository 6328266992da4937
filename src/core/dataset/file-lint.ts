import { ComparedRows } from './comparing/compared-rows.ts';
import { ComparisonRules } from './comparison-rules.ts';
import { FindingFilter } from './configuration/finding-filter.ts';
import { KnownRows } from './configuration/known-rows.ts';
import type { ExactRecord } from './reading/exact-record.ts';
import { fileFindings } from './findings/file-findings.ts';
import { filePart } from './file-part.ts';
import type { LintedFile } from './findings/finding.ts';
import { collectingRules, FileRules } from './file-rules.ts';
import { FindingLists } from './findings/finding-list.ts';
import { foreignEncoding } from './reading/foreign-encoding.ts';
import { byPlace } from './findings/finding-order.ts';
import type { JsonObject } from './json/json-value.ts';
import type { LineEnds } from './reading/line-ends.ts';
import type { CsvChange } from './loading/csv-change.ts';
import type { LintOptions } from './lint-options.ts';
import type { Span } from './reading/place.ts';
import type { RowSink } from './reading/raw-row.ts';
import { RowLint, type SummaryOfRow } from './row-lint.ts';
import { RowIndex } from './comparing/row-index.ts';
import { TwoKeepers } from './comparing/row-keeper.ts';
import { withWorst } from './findings/row-worst.ts';
import type { UnreadableReason } from './rule.ts';
import { RuleSet } from './rule-set.ts';
import { moveFinding, type LintedSegment } from './segments/linted-segment.ts';
import { readLines } from './segments/read-lines.ts';
import { showLines, type LineFollower } from './segments/show-lines.ts';
import { SharedWork } from './shared-work.ts';

/** Takes what was read of one file, asks the rules and keeps their findings. */
export class FileLint {
  readonly #path: string;
  readonly #comparison: ComparisonRules;
  readonly #rowLint: RowLint;
  readonly #fileRules: FileRules;
  readonly #findings: FindingLists;
  readonly #filter: FindingFilter;
  readonly #known: KnownRows;
  readonly #shared: SharedWork;
  readonly #summaries: SummaryOfRow[] | null;
  readonly #compared: ComparedRows;
  /** Lines of a JSONL file that was cut into segments, those so far. */
  #lines = 0;
  #isUnreadable = false;
  /** Rows that were checked in another thread. */
  #otherRows = 0;

  constructor(options: LintOptions) {
    const rules = new RuleSet(options);
    this.#path = options.path;
    this.#findings = new FindingLists(options.mostListed, options.isListed);
    this.#comparison = new ComparisonRules(rules);
    this.#shared = new SharedWork(options);
    this.#filter = new FindingFilter(options.ignores ?? []);
    this.#known = new KnownRows(this.#filter.digests);
    this.#fileRules = new FileRules(collectingRules(rules, this.#shared));
    this.#compared = new ComparedRows(this.#fileRules.askFirstEqual || options.onRow !== undefined);
    this.#summaries = options.summaries === true ? [] : null;
    this.#rowLint = new RowLint(rules, {
      findings: this.#findings.ofRows,
      known: this.#known,
      keeper:
        options.records === undefined ? this.#compared : new TwoKeepers(this.#compared, options.records),
      summaries: this.#summaries,
      onRow: (row) => {
        options.onRow?.(row);
        options.model?.add(row);
        this.#fileRules.row(row);
      },
      onBlankLine: (line, offset) => {
        options.model?.blankLine(line, offset);
        this.#fileRules.blankLine(line, offset);
      },
    });
  }

  /** The first bytes of the file, which may say that it is no text in UTF-8. */
  firstBytes(head: Uint8Array): void {
    this.#rowLint.encoding = foreignEncoding(head);
  }

  byteOrderMark(): void {
    this.#shared.hasMark = true;
    this.#rowLint.ask('byte-order-mark', { kind: 'byte-order-mark' }, filePart(3));
  }

  lineEnds({ crlf, lf }: Pick<LineEnds, 'crlf' | 'lf'>): void {
    this.#rowLint.ask('line-ends', { kind: 'line-ends', crlf, lf }, filePart(0));
  }

  /** The container of the file cannot be read further. */
  unreadable(reason: UnreadableReason): void {
    this.#isUnreadable = true;
    this.#rowLint.ask('unreadable', { kind: 'unreadable', reason }, filePart(0));
  }

  /** Some rule asks what loading makes of a CSV file. */
  get asksOfCsv(): boolean {
    return this.#rowLint.isAskedAbout('csv');
  }

  csv(change: CsvChange): void {
    this.#rowLint.ask('csv', { kind: 'csv', change }, { ...filePart(0), number: change.row });
  }

  /** Takes the rows of a file that is text. */
  get rows(): RowSink {
    return this.#rowLint;
  }

  /** The file holds records, which have rows and pointers and no lines. */
  withoutPlaces(): void {
    this.#rowLint.withoutPlaces();
  }

  /** A record of CSV. */
  record(value: JsonObject, number: number): void {
    this.#rowLint.record(value, number);
  }

  /** A record of Parquet. */
  exactRecord(record: ExactRecord, number: number): void {
    this.#rowLint.exactRecord(record, number);
  }

  /** How many more findings of rows can be listed. */
  get room(): number {
    return this.#findings.ofRows.room;
  }

  /** The next lines of a JSONL file. @param offset the byte of the file at which they begin. @returns how they end */
  async lines(source: AsyncIterable<Uint8Array>, offset: number): Promise<LineEnds> {
    const place = { offset, before: this.#lines };
    const { ends, last } = await readLines(source, place, (raw) => this.#rowLint.line(raw));
    this.#lines = last;
    return ends;
  }

  /**
   * The next lines of a JSONL file, whose rows were looked at elsewhere.
   * @param linted with as many of its findings listed as there is room for, if it has as many
   * @param read gives their bytes, which begin at `offset` of the file: some rules must see the rows of a file one after another
   */
  async segment(linted: LintedSegment, offset: number, read: () => AsyncIterable<Uint8Array>): Promise<void> {
    const before = this.#lines;
    for (const found of linted.findings) {
      moveFinding(found, before);
      this.#findings.ofRows.add(found);
    }
    for (const { rule, severity, count } of linted.unlisted)
      this.#findings.ofRows.count(rule, severity, count);
    for (const { row, digest } of linted.known) this.#known.add({ row: row + before, digest });
    this.#compared.addAll(linted.records, before);
    this.#lines += linted.lines;
    this.#otherRows += linted.rows;
    const index = new RowIndex(linted.records.index);
    if (linted.isProse && this.#fileRules.knowProse(linted.proseColumns, Infinity))
      index.eachNumber((number) => this.#fileRules.addProse(number + before));
    else if (!this.#fileRules.areNone)
      await showLines(read(), { index, before, offset }, this.#follower(linted.proseColumns));
  }

  #follower(proseColumns: readonly string[] | null): LineFollower {
    return {
      firstEqualTo: (row) => this.#compared.firstEqualTo(row),
      takesProse: (number) => {
        if (!this.#fileRules.knowProse(proseColumns, Infinity)) return false;
        this.#fileRules.addProse(number);
        return true;
      },
      row: (row) => this.#fileRules.row(row),
      blankLine: (line, offset) => this.#fileRules.blankLine(line, offset),
    };
  }

  /** What was found in all, ordered by row, start and rule. */
  result(bytes: number): LintedFile {
    const { format } = this.#compared;
    const rows = this.#otherRows + this.#rowLint.rows;
    this.#equalRows();
    if (format !== 'unknown') this.#oddRows();
    if (rows === 0 && !this.#isUnreadable) this.#rowLint.ask('no-rows', { kind: 'no-rows' }, filePart(0));
    const { hasPlaces } = this.#rowLint;
    this.#fileRules.end(this.#findings, (row, part) => (hasPlaces ? (part ?? this.#spanOf(row)) : null));
    this.#inFolder();
    const listed = this.#findings.listed.sort(byPlace);
    const { findings, ignored } = this.#filter.split(listed, this.#known.rows);
    const { unlisted, unlistedIgnored } = this.#filter.splitUnlisted(this.#findings.unlisted);
    const summaries = this.#summaries === null ? {} : { summaries: withWorst(this.#summaries, findings) };
    return {
      path: this.#path,
      format,
      rows,
      bytes,
      ...fileFindings({ findings, ignored, unlisted, unlistedIgnored }),
      ...summaries,
      ...(this.#rowLint.inArray ? ({ rowsAreElements: true } as const) : {}),
    };
  }

  #inFolder(): void {
    const place = this.#shared.folder;
    if (place !== null) this.#rowLint.ask('folder', { kind: 'folder', place }, filePart(0));
  }

  #equalRows(): void {
    const isLine = !this.#rowLint.inArray;
    this.#compared.eachEqualRow(({ row, first }) => {
      const span = (): Span | null => this.#spanOf(row);
      this.#comparison.equal({ row, first, span, isLine }, this.#findings);
    });
  }

  #oddRows(): void {
    const { hasPlaces } = this.#rowLint;
    const { usual } = this.#compared;
    for (const row of this.#compared.oddRows(usual))
      this.#comparison.odd(row, usual, hasPlaces, this.#findings);
  }

  /** Null in a file without lines. */
  #spanOf(row: number): Span | null {
    return this.#rowLint.hasPlaces ? this.#compared.spanOf(row) : null;
  }
}
