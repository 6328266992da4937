import { isBlankLine } from '../blank-line.ts';
import { FindingFilter } from '../configuration/finding-filter.ts';
import { KnownRows } from '../configuration/known-rows.ts';
import type { Finding } from '../finding.ts';
import { byPlace } from '../finding-order.ts';
import { LineReader } from '../line-reader.ts';
import type { LintOptions } from '../lint-options.ts';
import { RowLint, type SummaryOfRow } from '../row-lint.ts';
import { RowRecords } from '../row-records.ts';
import { withWorst } from '../row-worst.ts';
import { RuleSet } from '../rule-set.ts';
import type { ChangedLines, EditedText } from './edited-text.ts';
import type { LintPatch } from './lint-patch.ts';

/**
 * Lints the lines of a JSONL text that have changed, and no other.
 * @param options those of the whole file; of its rules only those are asked that look at one line alone
 */
export function lintChangedLines(text: EditedText, changed: ChangedLines, options: LintOptions): LintPatch {
  const { from, removed, added, bytes } = changed;
  const filter = new FindingFilter(options.ignores ?? []);
  const known = new KnownRows(filter.digests);
  const made: Finding[] = [];
  const seen: SummaryOfRow[] = [];
  const target = { findings: made, known, keeper: new RowRecords(), summaries: seen };
  const lint = new RowLint(new RuleSet(options), target);
  const reader = new LineReader(text.bytesBefore(from), (raw) =>
    lint.line({ ...raw, number: raw.number + from, line: raw.line + from }),
  );
  reader.push(new TextEncoder().encode(text.between(from, from + added)));
  reader.end();
  const { findings, ignored } = filter.split(made.toSorted(byPlace), known.rows);
  return {
    from,
    removed: removed.length,
    added,
    rows: lint.rows - removed.filter((line) => !isBlankLine(line)).length,
    bytes,
    findings,
    ...(ignored.length === 0 ? {} : { ignored }),
    summaries: withWorst(seen, findings),
  };
}
