import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { EngineVerdict } from '../../core/template/engine-verdict.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { WorkerClient } from '../worker/worker-client.ts';

/** Its loops know no limit: what takes longer is ended. */
const TIMEOUT_MS = 5_000;
const IDLE_MS = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 1024 };

/** @huggingface/jinja, which is what transformers.js renders with, in a thread of its own that can be ended. */
export class JinjaEngine implements Disposable {
  readonly #worker: WorkerClient;
  readonly #timeoutMs: number;

  /** @param script `places.worker`. */
  constructor(script: string, timeoutMs = TIMEOUT_MS) {
    this.#worker = new WorkerClient(script, IDLE_MS, MEMORY);
    this.#timeoutMs = timeoutMs;
  }

  /** What transformers.js makes of a request beside ours. Never rejects for what a template does. */
  async judge(request: RenderRequest): Promise<EngineVerdict> {
    const engine = 'transformers.js';
    try {
      return await this.#worker.judgeEngine({ engine, request }, { timeoutMs: this.#timeoutMs });
    } catch (error) {
      if (error instanceof HumanError) return { kind: 'not-checked', engine, message: this.#reason(error) };
      throw error;
    }
  }

  dispose(): void {
    this.#worker.dispose();
  }

  #reason({ detail }: HumanError): Message {
    if (detail.id === 'dataset.worker.timeout')
      return { id: 'engine.timeout', args: { seconds: this.#timeoutMs / 1000 } };
    return { id: 'engine.ended', args: { reason: detail.args?.['reason'] ?? detail } };
  }
}
