import { once } from 'node:events';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type * as v from 'valibot';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import { Channel } from '../../core/protocol/channel.ts';
import { workerCalls, workerOwnerCalls } from '../../core/protocol/worker-contract.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { messagePort } from './message-port.ts';

export type WorkerCall = keyof typeof workerCalls;
export type ArgOf<K extends WorkerCall> = v.InferInput<(typeof workerCalls)[K]['arg']>;
export type ResultOf<K extends WorkerCall> = v.InferOutput<(typeof workerCalls)[K]['result']>;

/** Told how much of a whole is done. */
export type OnProgress = (done: number, total: number) => void;

/** One running worker thread. It keeps the process alive only while a call waits. */
export class WorkerThread implements Disposable {
  readonly #worker: Worker;
  readonly #channel: Channel<typeof workerOwnerCalls, typeof workerCalls>;
  /** The thread runs, or has ended before it could. */
  readonly started: Promise<void>;
  #waiting = 0;
  #end: HumanError | null = null;

  /**
   * @param limits of its memory, beyond which it is ended; Node's own if absent.
   * @param onProgress is told how far a long work is.
   */
  constructor(script: string, limits: ResourceLimits = {}, onProgress?: OnProgress) {
    this.#worker = new Worker(script, { resourceLimits: limits });
    this.#worker.unref();
    this.#channel = new Channel(messagePort(this.#worker), workerOwnerCalls, workerCalls, {
      progress: ({ done, total }) => {
        onProgress?.(done, total);
        return undefined;
      },
    });
    const exited = once(this.#worker, 'exit');
    this.started = Promise.race([once(this.#worker, 'online'), exited]).then(
      () => undefined,
      () => undefined,
    );
    exited.catch(() => undefined);
    this.#worker.on('error', (error) => this.#close(crash(describe(error))));
    this.#worker.on('exit', (code) => this.#close(crash(`exit ${code}`)));
  }

  get ended(): boolean {
    return this.#end !== null;
  }

  get isIdle(): boolean {
    return this.#waiting === 0;
  }

  /** @throws {HumanError} if the thread ends first; {ChannelError} if it refuses. */
  async call<K extends WorkerCall>(method: K, arg: ArgOf<K>): Promise<ResultOf<K>> {
    this.#waiting += 1;
    this.#worker.ref();
    try {
      return await this.#channel.call(method, arg);
    } catch (error) {
      throw this.#end ?? error;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#worker.unref();
    }
  }

  /** Ends the thread at once, whatever it does; calls that wait are rejected with the reason. */
  stop(reason: HumanError): void {
    this.#close(reason);
    void this.#worker.terminate();
  }

  dispose(): void {
    this.stop(new HumanError('dataset.worker.disposed'));
  }

  #close(reason: HumanError): void {
    if (this.#end !== null) return;
    this.#end = reason;
    this.#channel.close(reason.message);
  }
}

function crash(reason: string): HumanError {
  return new HumanError('dataset.worker.crashed', { reason });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
