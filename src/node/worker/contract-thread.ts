import { once } from 'node:events';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type * as v from 'valibot';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import { Channel, type Calls, type Handlers } from '../../core/protocol/channel.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { messagePort } from './message-port.ts';

/** What is asked of a thread, and what it may tell its owner. */
export interface ThreadContract<Remote extends Calls, Local extends Calls> {
  readonly calls: Remote;
  readonly ownerCalls: Local;
  readonly owner: Handlers<Local>;
}

/** One running worker thread, for whoever knows its contract. It keeps the process alive only while a call waits. */
export class ContractThread<Remote extends Calls, Local extends Calls> implements Disposable {
  readonly #worker: Worker;
  readonly #channel: Channel<Local, Remote>;
  /** The thread runs, or has ended before it could. */
  readonly started: Promise<void>;
  /** The thread is no more, also after `stop`, which does not wait for that. */
  readonly exited: Promise<void>;
  #waiting = 0;
  #end: HumanError | null = null;

  /** @param limits of its memory, beyond which it is ended; Node's own if absent. */
  constructor(
    script: string,
    { calls, ownerCalls, owner }: ThreadContract<Remote, Local>,
    limits: ResourceLimits = {},
  ) {
    this.#worker = new Worker(script, { resourceLimits: limits });
    this.#worker.unref();
    this.#channel = new Channel(messagePort(this.#worker), ownerCalls, calls, owner);
    this.exited = new Promise((resolve) => void this.#worker.once('exit', () => resolve()));
    this.started = Promise.race([once(this.#worker, 'online'), this.exited]).then(
      () => undefined,
      () => undefined,
    );
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
  async call<K extends keyof Remote & string>(
    method: K,
    arg: v.InferInput<Remote[K]['arg']>,
  ): Promise<v.InferOutput<Remote[K]['result']>> {
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
