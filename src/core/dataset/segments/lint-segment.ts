import { KnownRows } from '../configuration/known-rows.ts';
import { FindingList } from '../finding-list.ts';
import { LineEnds } from '../line-ends.ts';
import { LineReader } from '../line-reader.ts';
import { RowLint } from '../row-lint.ts';
import { RowRecords } from '../row-records.ts';
import { RuleSet, type RuleChoice } from '../rule-set.ts';
import type { LintedSegment } from './linted-segment.ts';

/** What a segment is linted with. */
export interface SegmentChoice extends RuleChoice {
  /** Of rows of which tuning-fork.yaml speaks. */
  readonly digests: readonly string[];
  /** The byte of the file at which it begins. */
  readonly offset: number;
  /** Findings that are listed; those beyond are counted. */
  readonly mostListed: number;
}

/** Looks at each row from one byte of a JSONL file to another. */
export async function lintSegment(
  source: AsyncIterable<Uint8Array>,
  { offset, digests, mostListed, ...choice }: SegmentChoice,
): Promise<LintedSegment> {
  const findings = new FindingList(mostListed);
  const known = new KnownRows(digests);
  const keeper = new RowRecords();
  const lint = new RowLint(new RuleSet(choice), { findings, known, keeper, summaries: null });
  const lineEnds = new LineEnds();
  let lines = 0;
  const reader = new LineReader(offset, (raw) => {
    lines = raw.number;
    lint.line(raw);
  });
  for await (const chunk of source) {
    lineEnds.push(chunk);
    reader.push(chunk);
  }
  reader.end();
  const { crlf, lf } = lineEnds;
  const { proseColumns, areProse, kept } = keeper;
  return {
    lines,
    rows: lint.rows,
    findings: findings.listed,
    unlisted: findings.unlisted,
    known: known.rows,
    ends: { crlf, lf },
    proseColumns,
    isProse: areProse && kept.index.table.count === lines,
    records: kept,
  };
}
