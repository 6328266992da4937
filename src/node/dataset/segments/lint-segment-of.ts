import type { RuleChoice } from '../../../core/dataset/rule-set.ts';
import { lintSegment } from '../../../core/dataset/segments/lint-segment.ts';
import type { LintedSegment } from '../../../core/dataset/segments/linted-segment.ts';
import { fileBytes } from '../file-bytes.ts';

/** Lines of a file on disk, and what is asked about them. */
export interface SegmentOfFile extends RuleChoice {
  readonly path: string;
  /** Bytes of the file between which they lie. */
  readonly start: number;
  readonly end: number;
  /** Of rows of which tuning-fork.yaml speaks. */
  readonly digests: readonly string[];
  /** Findings that are listed; those beyond are counted. */
  readonly mostListed: number;
}

/**
 * Looks at the lines of a JSONL file that lie between two bytes.
 * @throws the error of the file system if it cannot be read
 */
export function lintSegmentOf({ path, start, end, ...choice }: SegmentOfFile): Promise<LintedSegment> {
  return lintSegment(fileBytes(path, { start, end }), { ...choice, offset: start });
}
