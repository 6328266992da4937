import type { RuleChoice } from '../../../core/dataset/rule-set.ts';
import { lintSegment } from '../../../core/dataset/segments/lint-segment.ts';
import type { LintedSegment } from '../../../core/dataset/segments/linted-segment.ts';
import { fileBytes } from '../file-bytes.ts';

/** Segments of one JSONL file, which several threads take one after another. */
export interface SharedSegments {
  /** Bytes at which segments begin, and the end of the file. */
  readonly bounds: readonly number[];
  /** One number, in memory that the threads share: the segment to be taken next. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Lints segments of a file as long as there are some that no other thread has taken. */
export async function lintSegments(
  path: string,
  { bounds, next }: SharedSegments,
  choice: RuleChoice,
): Promise<LintedSegment[]> {
  const linted: LintedSegment[] = [];
  for (let index = Atomics.add(next, 0, 1); index < bounds.length - 1; index = Atomics.add(next, 0, 1)) {
    const [offset = 0, end = 0] = bounds.slice(index, index + 2);
    const bytes = fileBytes(path, { start: offset, end });
    linted.push(await lintSegment(bytes, { ...choice, path, index, offset }));
  }
  return linted;
}
