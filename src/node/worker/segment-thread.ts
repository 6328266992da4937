import type * as v from 'valibot';
import { receiveSegment, type LintedSegment } from '../../core/dataset/segments/linted-segment.ts';
import { segmentCalls, segmentOwnerCalls } from '../../core/protocol/segment-contract.ts';
import type { FileSegment } from '../dataset/segments/segments-of-file.ts';
import { ContractThread } from './contract-thread.ts';

type AskedFile = v.InferInput<typeof segmentCalls.takeFile.arg>;

/** One running thread that looks at segments of a file. */
export class SegmentThread extends ContractThread<typeof segmentCalls, typeof segmentOwnerCalls> {
  readonly #taken: Promise<unknown>;

  /** @param script `places.segmentWorker` */
  constructor(script: string, file: AskedFile) {
    super(script, { calls: segmentCalls, ownerCalls: segmentOwnerCalls, owner: {} });
    this.#taken = this.call('takeFile', file);
    // who asks for a segment is told
    this.#taken.catch(() => undefined);
  }

  /** @throws {HumanError} if the thread ends first; {ChannelError} if the file cannot be read. */
  async lint(segment: FileSegment): Promise<LintedSegment> {
    const [linted] = await Promise.all([this.call('lintSegment', { ...segment }), this.#taken]);
    return receiveSegment(linted);
  }
}
