import type { LintedSegment } from '../../../core/dataset/segments/linted-segment.ts';
import { SegmentLint, type SegmentChoice } from '../../../core/dataset/segments/segment-lint.ts';
import { fileBytes } from '../file-bytes.ts';

/** A file on disk, and what is asked about its segments. */
export interface FileChoice extends SegmentChoice {
  readonly path: string;
}

/** Lines of a JSONL file. */
export interface FileSegment {
  /** Bytes of the file between which they lie. */
  readonly start: number;
  readonly end: number;
  /** Findings that are listed; those beyond are counted. */
  readonly mostListed: number;
}

/** Looks at segments of a file in one thread, one after the other: side by side, each would be there only when all are. */
export class SegmentsOfFile {
  readonly #path: string;
  readonly #lint: SegmentLint;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ path, ...choice }: FileChoice) {
    this.#path = path;
    this.#lint = new SegmentLint(choice);
  }

  /** @throws the error of the file system if it cannot be read */
  lint({ start, end, mostListed }: FileSegment): Promise<LintedSegment> {
    const bytes = fileBytes(this.#path, { start, end });
    const linted = this.#last.then(() => this.#lint.lint(bytes, { offset: start, mostListed }));
    this.#last = linted.catch(() => undefined);
    return linted;
  }
}
