import * as v from 'valibot';
import type { Disposable } from '../lifetime/disposable-store.ts';

/** Schema of an argument or of a result. */
export type Schema = v.GenericSchema;

/** The calls that one side answers: name → what it takes and what it gives. */
export type Calls = Readonly<Record<string, { readonly arg: Schema; readonly result: Schema }>>;

/** The functions behind a set of calls. */
export type Handlers<C extends Calls> = {
  readonly [K in keyof C]: (
    arg: v.InferOutput<C[K]['arg']>,
  ) => v.InferOutput<C[K]['result']> | Promise<v.InferOutput<C[K]['result']>>;
};

/** A pipe that carries structured clones, such as a webview's or a worker's messages. */
export interface Port {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): Disposable;
}

/** The other side refused, threw or answered something that its contract does not allow. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}

// A webview's messages travel as JSON, which leaves out what is undefined.
const envelope = v.variant('kind', [
  v.object({ kind: v.literal('call'), id: v.number(), method: v.string(), arg: v.optional(v.unknown()) }),
  v.object({ kind: v.literal('result'), id: v.number(), value: v.optional(v.unknown()) }),
  v.object({ kind: v.literal('error'), id: v.number(), message: v.string() }),
]);

/** An answer as it arrives. */
type Reply = Exclude<v.InferOutput<typeof envelope>, { kind: 'call' }>;

interface Pending {
  readonly schema: Schema;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Calls in both directions over one port. Each argument and each result is parsed where it arrives. A handler that throws
 * rejects the caller's promise; disposing rejects all that still wait. Messages of other shapes are ignored.
 */
export class Channel<Local extends Calls, Remote extends Calls> implements Disposable {
  readonly #port: Port;
  readonly #local: Local;
  readonly #remote: Remote;
  readonly #handlers: Handlers<Local>;
  readonly #pending = new Map<number, Pending>();
  readonly #subscription: Disposable;
  #nextId = 1;
  #closed = false;

  constructor(port: Port, local: Local, remote: Remote, handlers: Handlers<Local>) {
    this.#port = port;
    this.#local = local;
    this.#remote = remote;
    this.#handlers = handlers;
    this.#subscription = port.listen((message) => this.#receive(message));
  }

  /** @throws {ChannelError} if the other side refuses, answers wrongly, or the channel closes first. */
  call<K extends keyof Remote & string>(
    method: K,
    arg: v.InferInput<Remote[K]['arg']>,
  ): Promise<v.InferOutput<Remote[K]['result']>> {
    const schema = this.#remote[method]?.result;
    if (schema === undefined) return Promise.reject(new ChannelError(`no call named ${method}`));
    if (this.#closed) return Promise.reject(new ChannelError(`${method}: the channel is closed`));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { schema, resolve, reject });
      try {
        this.#port.post({ kind: 'call', id, method, arg });
      } catch (error) {
        this.#pending.delete(id);
        reject(new ChannelError(`${method}: ${describe(error)}`, { cause: error }));
      }
    });
  }

  dispose(): void {
    this.close('the channel is closed');
  }

  /** Ends the channel and rejects what still waits, with a reason. */
  close(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#subscription.dispose();
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of waiting) pending.reject(new ChannelError(reason));
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success || this.#closed) return;
    const received = parsed.output;
    if (received.kind === 'call') void this.#answer(received.id, received.method, received.arg);
    else this.#settle(received);
  }

  #settle(received: Reply): void {
    const pending = this.#pending.get(received.id);
    if (pending === undefined) return;
    this.#pending.delete(received.id);
    if (received.kind === 'error') {
      pending.reject(new ChannelError(received.message));
      return;
    }
    const value = v.safeParse(pending.schema, received.value);
    if (value.success) pending.resolve(value.output);
    else pending.reject(new ChannelError(`unexpected answer: ${v.summarize(value.issues)}`));
  }

  async #answer(id: number, method: string, rawArg: unknown): Promise<void> {
    const reply = await this.#handle(method, rawArg);
    if (this.#closed) return;
    try {
      this.#port.post({ id, ...reply });
    } catch (error) {
      this.#port.post({ kind: 'error', id, message: describe(error) });
    }
  }

  async #handle(
    method: string,
    rawArg: unknown,
  ): Promise<{ kind: 'result'; value: unknown } | { kind: 'error'; message: string }> {
    const call = Object.hasOwn(this.#local, method) ? this.#local[method] : undefined;
    const handler = this.#handlers[method];
    if (call === undefined || handler === undefined)
      return { kind: 'error', message: `no call named ${method}` };
    const arg = v.safeParse(call.arg, rawArg);
    if (!arg.success) return { kind: 'error', message: `${method}: ${v.summarize(arg.issues)}` };
    try {
      return { kind: 'result', value: await handler(arg.output) };
    } catch (error) {
      return { kind: 'error', message: describe(error) };
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
