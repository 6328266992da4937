import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { WorkerThread, type ArgOf, type ResultOf } from '../worker/worker-thread.ts';

/** The questions about rows that are open. */
type SessionCall =
  | 'editRows'
  | 'rowsState'
  | 'readRows'
  | 'filterRows'
  | 'positionOfRow'
  | 'placeOfRow'
  | 'rowAtLine'
  | 'readString'
  | 'changeString';

/**
 * The thread that reads rows for screens: one for all of them, apart from those that lint and render, so that neither makes a reader
 * wait. It runs while a screen is open.
 */
export class RowsClient implements Disposable {
  readonly #script: string;
  #thread: WorkerThread | null = null;
  #sessions = 0;

  /** @param script `places.worker` */
  constructor(script: string) {
    this.#script = script;
  }

  /** @throws {HumanError} if the thread ends first; {ChannelError} if the file cannot be opened. */
  async open(source: ArgOf<'openRows'>['source']): Promise<RowsHandle> {
    if (this.#thread === null || this.#thread.ended) {
      this.#thread = new WorkerThread(this.#script);
      this.#sessions = 0;
    }
    const thread = this.#thread;
    this.#sessions += 1;
    try {
      const { session } = await thread.call('openRows', { source });
      return new RowsHandle(thread, session, () => this.#closed(thread));
    } catch (error) {
      this.#closed(thread);
      throw error;
    }
  }

  dispose(): void {
    this.#thread?.dispose();
    this.#thread = null;
  }

  #closed(thread: WorkerThread): void {
    if (thread !== this.#thread) return;
    this.#sessions -= 1;
    if (this.#sessions === 0) this.dispose();
  }
}

/** The rows of one screen. */
export class RowsHandle implements Disposable {
  readonly #thread: WorkerThread;
  readonly #session: number;
  readonly #onClosed: () => void;
  #isClosed = false;

  constructor(thread: WorkerThread, session: number, onClosed: () => void) {
    this.#thread = thread;
    this.#session = session;
    this.#onClosed = onClosed;
  }

  /** @throws {HumanError} if the thread has ended */
  call<K extends SessionCall>(method: K, arg: Omit<ArgOf<K>, 'session'>): Promise<ResultOf<K>> {
    if (this.#isClosed) return Promise.reject(new HumanError('dataset.worker.disposed'));
    return this.#thread.call(method, { ...arg, session: this.#session });
  }

  dispose(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    void this.#thread
      .call('closeRows', { session: this.#session })
      .catch(() => undefined)
      .finally(this.#onClosed);
  }
}
