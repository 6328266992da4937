import type { ResourceLimits } from 'node:worker_threads';
import type * as v from 'valibot';
import { workerCalls, workerOwnerCalls } from '../../core/protocol/worker-contract.ts';
import { ContractThread } from './contract-thread.ts';

export type WorkerCall = keyof typeof workerCalls;
export type ArgOf<K extends WorkerCall> = v.InferInput<(typeof workerCalls)[K]['arg']>;
export type ResultOf<K extends WorkerCall> = v.InferOutput<(typeof workerCalls)[K]['result']>;

/** Told how much of a whole is done. */
export type OnProgress = (done: number, total: number) => void;

/** One running worker thread that lints and renders. */
export class WorkerThread extends ContractThread<typeof workerCalls, typeof workerOwnerCalls> {
  /**
   * @param limits of its memory, beyond which it is ended; Node's own if absent.
   * @param onProgress is told how far a long work is.
   */
  constructor(script: string, limits: ResourceLimits = {}, onProgress?: OnProgress) {
    const owner = {
      progress: ({ done, total }: { readonly done: number; readonly total: number }): undefined => {
        onProgress?.(done, total);
      },
    };
    super(script, { calls: workerCalls, ownerCalls: workerOwnerCalls, owner }, limits);
  }
}
