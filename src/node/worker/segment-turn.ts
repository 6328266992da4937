import { sendSegment } from '../../core/dataset/segments/linted-segment.ts';
import type { SentSegment } from '../../core/dataset/segments/linted-segment.ts';
import { lintSegmentOf, type SegmentOfFile } from '../dataset/segments/lint-segment-of.ts';

/** Segments in a worker, one after the other: side by side, each would be there only when all are. */
export class SegmentTurn {
  #last: Promise<unknown> = Promise.resolve();

  lint(segment: SegmentOfFile): Promise<SentSegment> {
    const linted = this.#last.then(async () => sendSegment(await lintSegmentOf(segment)));
    this.#last = linted.catch(() => undefined);
    return linted;
  }
}
