import { countByRule } from '../findings/finding-counts.ts';
import type { Finding, LintedFile, RowSummary } from '../findings/finding.ts';
import { byPlace, byRowAndRule } from '../findings/finding-order.ts';
import { firstFrom } from '../comparing/first-from.ts';
import { withWorst } from '../findings/row-worst.ts';
import type { LintPatch } from './lint-patch.ts';

/**
 * A linted JSONL text after some of its lines have changed. What rules that follow the whole file had said of other rows stays as it
 * was.
 */
export function patchLint(linted: LintedFile, patch: LintPatch): LintedFile {
  const { compared } = patch;
  const isCompared = comparedBy(compared);
  const moved = patched(linted.findings, patch, movedFinding, patch.findings);
  const findings = inPlaceOf(moved, isCompared, compared.findings).sort(byPlace);
  const known = patched(linted.ignored ?? [], patch, movedRow, patch.ignored);
  const ignored = inPlaceOf(known, isCompared, compared.ignored).sort(byRowAndRule);
  const summaries = patchedSummaries(linted.summaries ?? [], patch);
  const { ignored: _, ...rest } = linted;
  return {
    ...rest,
    rows: linted.rows + patch.rows,
    bytes: linted.bytes + patch.bytes,
    findings,
    counts: countByRule(findings),
    ...(ignored.length === 0 ? {} : { ignored }),
    ...(linted.summaries === undefined ? {} : { summaries: summariesWith(summaries, patch, findings) }),
  };
}

/** Findings of other rows than those that have changed, at the places that these have now. */
export function movedFindings(findings: readonly Finding[], patch: LintPatch): Finding[] {
  return patched(findings, patch, movedFinding, []);
}

interface Found {
  readonly rule: string;
  readonly row: number;
}

function comparedBy({ rows, rules }: LintPatch['compared']): (found: Found) => boolean {
  const known = new Set(rows);
  return ({ rule, row }) => known.has(row) && rules.includes(rule);
}

function inPlaceOf<T>(known: T[], isReplaced: (each: T) => boolean, by: readonly T[]): T[] {
  return known.filter((each) => !isReplaced(each)).concat(by);
}

/** Says of the rows that were compared how grave the gravest of their findings is now. */
function summariesWith(
  summaries: RowSummary[],
  { compared }: LintPatch,
  findings: readonly Finding[],
): RowSummary[] {
  if (compared.rows.length === 0) return summaries;
  const rows = new Set(compared.rows);
  const own = findings.filter(({ row }) => rows.has(row));
  const known = compared.rows.flatMap((row) => {
    const summary = summaries[rowsUpTo(summaries, row - 1)];
    return summary?.row === row ? [summary] : [];
  });
  const made = summaries.slice();
  for (const fresh of withWorst(known, own)) made[rowsUpTo(summaries, fresh.row - 1)] = fresh;
  return made;
}

/** There is one for each row, in their order, and most stay as they are: they are copied, not looked at. */
function patchedSummaries(known: readonly RowSummary[], patch: LintPatch): RowSummary[] {
  const before = known.slice(0, rowsUpTo(known, patch.from));
  const after = known.slice(rowsUpTo(known, patch.from + patch.removed));
  const moves = patch.added !== patch.removed;
  return before.concat(patch.summaries, moves ? after.map((each) => movedSummary(each, patch)) : after);
}

/** How many of some summaries are of rows up to one. */
function rowsUpTo(summaries: readonly RowSummary[], row: number): number {
  return firstFrom(summaries.length, (n) => (summaries[n]?.row ?? Infinity) > row);
}

type Move<T> = (each: T, patch: LintPatch) => T;

/** Rows are lines, counted from 1; row 0 is the file. */
function patched<T extends { readonly row: number }>(
  known: readonly T[],
  patch: LintPatch,
  moved: Move<T>,
  added: readonly T[],
): T[] {
  const last = patch.from + patch.removed;
  const isStill = patch.added === patch.removed && patch.bytes === 0;
  const before: T[] = [];
  const after: T[] = [];
  for (const each of known) {
    if (each.row <= patch.from) before.push(moved(each, patch));
    else if (each.row > last) after.push(isStill ? each : moved(each, patch));
  }
  return before.concat(added, after);
}

function movedFinding(found: Finding, patch: LintPatch): Finding {
  const made = found.row > patch.from ? movedPlace(found, patch) : found;
  if (made.related === undefined) return made;
  const { related, ...alone } = made;
  const rows = related.flatMap((each) => (each.path === undefined ? movedRelation(each, patch) : [each]));
  const message = movedMessage(made.message, related, rows);
  return rows.length === 0 ? { ...alone, message } : { ...alone, message, related: rows };
}

/** A message that names the row which the finding is about names it where it stands now. */
function movedMessage(message: Finding['message'], before: Related, after: Related): Finding['message'] {
  const [old, moved] = [before[0], after[0]];
  if (old === undefined || moved === undefined) return message;
  const { args } = message;
  if (args?.['row'] === old.row) return { ...message, args: { ...args, row: moved.row } };
  if (args?.['row'] === String(old.row)) return { ...message, args: { ...args, row: String(moved.row) } };
  return message;
}

type Related = readonly { readonly row: number }[];

function movedPlace(found: Finding, { added, removed, bytes }: LintPatch): Finding {
  const lines = added - removed;
  const moved = { ...found, row: found.row + lines };
  if (found.line !== undefined) moved.line = found.line + lines;
  if (found.endLine !== undefined) moved.endLine = found.endLine + lines;
  if (found.start !== undefined) moved.start = found.start + bytes;
  if (found.end !== undefined) moved.end = found.end + bytes;
  return moved;
}

/** No finding is related to a row that was replaced. */
function movedRelation({ row }: { row: number }, { from, removed, added }: LintPatch): { row: number }[] {
  if (row <= from) return [{ row }];
  return row > from + removed ? [{ row: row + added - removed }] : [];
}

function movedRow<T extends { readonly row: number }>(each: T, { from, removed, added }: LintPatch): T {
  return each.row > from ? { ...each, row: each.row + added - removed } : each;
}

function movedSummary(summary: RowSummary, { added, removed }: LintPatch): RowSummary {
  const lines = added - removed;
  return { ...summary, row: summary.row + lines, line: summary.line + lines };
}
