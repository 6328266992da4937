import { isBlankLine } from '../reading/blank-line.ts';
import { ComparisonRules } from '../comparison-rules.ts';
import { FindingFilter } from '../configuration/finding-filter.ts';
import { KnownRows } from '../configuration/known-rows.ts';
import { DIGEST_WORDS } from '../comparing/digest.ts';
import { FindingLists } from '../findings/finding-list.ts';
import type { UsualRow } from '../row/format-vote.ts';
import { byPlace } from '../findings/finding-order.ts';
import type { LintOptions } from '../lint-options.ts';
import type { Span } from '../reading/place.ts';
import type { EqualRow } from '../comparing/row-keeper.ts';
import { RowLint, type SummaryOfRow } from '../row-lint.ts';
import { RowRecords } from '../comparing/row-records.ts';
import { withWorst } from '../findings/row-worst.ts';
import { RuleSet } from '../rule-set.ts';
import type { ComparedLines } from './compared-lines.ts';
import type { ChangedLines, EditedText } from './edited-text.ts';
import { lineSpan } from './line-span.ts';
import type { LintPatch } from './lint-patch.ts';
import { readLines } from './read-lines.ts';

/** So many rows are compared anew at once; more are left to the lint of the whole text. */
const MOST_COMPARED = 5000;

/**
 * Lints the lines of a JSONL text that have changed, and compares the rows that were or are equal to one of them; null where all of the
 * text has to be linted.
 * @param lines the rows as they were before, which take the change
 * @param options those of the whole file; rules that follow the whole file are not asked
 */
export function lintChangedLines(
  text: EditedText,
  changed: ChangedLines,
  lines: ComparedLines,
  options: LintOptions,
): LintPatch | null {
  const { from, removed, added, bytes } = changed;
  const rules = new RuleSet(options);
  const filter = new FindingFilter(options.ignores ?? []);
  const known = new KnownRows(filter.digests);
  // the lines that change at once have fewer than a file may list, and a file with more is linted whole
  const lists = new FindingLists(Infinity);
  const summaries: SummaryOfRow[] = [];
  const records = new RowRecords();
  const lint = new RowLint(rules, { findings: lists.ofRows, known, keeper: records, summaries });
  readLines(text, from, from + added, text.bytesBefore(from), lint);

  const before = lines.usual;
  const equal = lines.replace({ from, removed: removed.length, added }, records.kept);
  if (equal === null || !isSameUsual(lines.usual, before)) return null;
  const lost = removed.filter((line) => !isBlankLine(line)).length;
  // a rule may have something to say of a text without rows
  if ((lint.rows === 0) !== (lost === 0) && !hasOtherRows(text, changed)) return null;
  const pairs = equal.flatMap((each) => pairsToSay(each, from, added));
  if (pairs.length > MOST_COMPARED) return null;
  const rows = pairs.map(({ row }) => row);

  const comparison = new ComparisonRules(rules);
  oddRows(comparison, records, before, lists);
  const again = new FindingLists(Infinity);
  equalRows(comparison, text, pairs, again);
  const digest = new Int32Array(DIGEST_WORDS);
  for (const row of rows) {
    lines.digestInto(digest, row - 1);
    known.row(row, digest);
  }
  const own = filter.split(lists.listed.toSorted(byPlace), known.rows);
  const ofEqual = filter.split(again.listed, known.rows);
  return {
    from,
    removed: removed.length,
    added,
    rows: lint.rows - lost,
    bytes,
    findings: own.findings,
    ignored: own.ignored,
    summaries: withWorst(summaries, own.findings),
    compared: { rows, rules: comparison.ofEqualRows, ...ofEqual },
  };
}

function oddRows(
  comparison: ComparisonRules,
  records: RowRecords,
  usual: UsualRow,
  lists: FindingLists,
): void {
  if (usual.format === 'unknown') return;
  for (const row of records.oddRows(usual)) comparison.odd(row, usual, true, lists);
}

function isSameUsual(one: UsualRow, other: UsualRow): boolean {
  return one.format === other.format && one.prompt === other.prompt && one.columns === other.columns;
}

/** Rows stand in other lines than those that changed. */
function hasOtherRows(text: EditedText, { from, added }: ChangedLines): boolean {
  for (let line = 0; line < text.lineCount; line++) {
    if (line === from) line += added;
    if (line < text.lineCount && !isBlankLine(text.line(line).content)) return true;
  }
  return false;
}

/**
 * Of rows with one value those of which something else is to be said now: where the first of them stands before the lines that changed,
 * the rows in these lines, else all.
 */
function pairsToSay(rows: readonly number[], from: number, added: number): EqualRow[] {
  const [first = 0] = rows;
  const isNew = (row: number): boolean => row > from && row <= from + added;
  return rows.filter((row) => first > from || isNew(row)).map((row) => ({ row, first }));
}

function equalRows(
  comparison: ComparisonRules,
  text: EditedText,
  pairs: readonly EqualRow[],
  lists: FindingLists,
): void {
  const later = pairs.filter(({ row, first }) => row !== first);
  const offsets = text.offsetsOf(later.map(({ row }) => row - 1));
  for (const { row, first } of later) {
    const span = (): Span => lineSpan(text, row, offsets.get(row - 1) ?? 0);
    comparison.equal({ row, first, span, isLine: true }, lists);
  }
}
