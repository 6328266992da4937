import { KnownRows } from '../configuration/known-rows.ts';
import { FindingList } from '../findings/finding-list.ts';
import { RowLint } from '../row-lint.ts';
import { RowRecords } from '../comparing/row-records.ts';
import { RuleSet, type RuleChoice } from '../rule-set.ts';
import type { LintedSegment } from './linted-segment.ts';
import { readLines } from './read-lines.ts';

/** What the segments of a file are linted with. */
export interface SegmentChoice extends RuleChoice {
  /** Of rows of which tuning-fork.yaml speaks. */
  readonly digests: readonly string[];
}

/** One segment of a file. */
interface Segment {
  /** The byte of the file at which it begins. */
  readonly offset: number;
  /** Findings that are listed; those beyond are counted. */
  readonly mostListed: number;
}

/**
 * Looks at each row of some segments of a JSONL file, one segment at a time. What was learned of how rows are written is of use to the
 * next.
 */
export class SegmentLint {
  readonly #digests: readonly string[];
  /** What the segment that is looked at brings. */
  readonly #target;
  readonly #lint: RowLint;

  constructor({ digests, ...choice }: SegmentChoice) {
    this.#digests = digests;
    this.#target = {
      findings: new FindingList(0),
      known: new KnownRows(digests),
      keeper: new RowRecords(),
      summaries: null,
    };
    this.#lint = new RowLint(new RuleSet(choice), this.#target);
  }

  /** @param source the bytes of the segment: whole lines */
  async lint(source: AsyncIterable<Uint8Array>, { offset, mostListed }: Segment): Promise<LintedSegment> {
    const findings = (this.#target.findings = new FindingList(mostListed));
    const known = (this.#target.known = new KnownRows(this.#digests));
    const keeper = (this.#target.keeper = new RowRecords());
    const before = this.#lint.rows;
    const { ends, last } = await readLines(source, { offset }, (raw) => this.#lint.line(raw));
    return {
      lines: last,
      rows: this.#lint.rows - before,
      findings: findings.listed,
      unlisted: findings.unlisted,
      known: known.rows,
      ends: { crlf: ends.crlf, lf: ends.lf },
      proseColumns: keeper.proseColumns,
      isProse: keeper.areProse && keeper.kept.index.table.count === last,
      records: keeper.kept,
    };
  }
}
