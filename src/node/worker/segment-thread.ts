import type * as v from 'valibot';
import { segmentCalls, segmentOwnerCalls } from '../../core/protocol/segment-contract.ts';
import { ContractThread } from './contract-thread.ts';

/** What a thread is told of a segment. */
export type AskedSegment = v.InferInput<typeof segmentCalls.lintSegment.arg>;

/** One running thread that looks at segments of a file. */
export class SegmentThread extends ContractThread<typeof segmentCalls, typeof segmentOwnerCalls> {
  /** @param script `places.segmentWorker` */
  constructor(script: string) {
    super(script, { calls: segmentCalls, ownerCalls: segmentOwnerCalls, owner: {} });
  }
}
