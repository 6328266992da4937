import type { ResourceLimits } from 'node:worker_threads';
import type * as v from 'valibot';
import { workerCalls, workerOwnerCalls } from '../../core/protocol/worker-contract.ts';
import { ContractThread } from './contract-thread.ts';

export type WorkerCall = keyof typeof workerCalls;
export type ArgOf<K extends WorkerCall> = v.InferInput<(typeof workerCalls)[K]['arg']>;
export type ResultOf<K extends WorkerCall> = v.InferOutput<(typeof workerCalls)[K]['result']>;

/** One running worker thread that lints and renders. */
export class WorkerThread extends ContractThread<typeof workerCalls, typeof workerOwnerCalls> {
  /** @param limits of its memory, beyond which it is ended; Node's own if absent. */
  constructor(script: string, limits: ResourceLimits = {}) {
    super(script, { calls: workerCalls, ownerCalls: workerOwnerCalls, owner: {} }, limits);
  }
}
