import * as vscode from 'vscode';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { EngineName, EngineVerdict } from '../../core/template/engine-verdict.ts';
import { JsonFault } from '../../core/template/python-json.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import type { Places } from '../../node/places.ts';
import type { Interpreter } from '../../node/python/interpreter.ts';
import { JinjaEngine } from '../../node/template/jinja-engine.ts';
import { askPython } from '../../node/template/python-engine.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { folderOf } from '../kit/workspace-folder.ts';
import { hostInterpreter } from '../python/host-interpreter.ts';

const PATIENCE = { timeoutMs: 10_000 };

/** Where a check belongs to, and how it is given up. */
export interface CheckOptions {
  /** The dataset on show: its folder's interpreter is asked. */
  readonly dataset?: vscode.Uri | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks other engines what they make of a request that our engine renders: @huggingface/jinja at once, the user's own Python when it
 * is wanted, since that starts a process.
 */
export class EngineChecks implements Disposable {
  readonly #places: Places;
  readonly #worker: WorkerClient;
  readonly #jinja: JinjaEngine;

  constructor(places: Places, worker: WorkerClient) {
    this.#places = places;
    this.#worker = worker;
    this.#jinja = new JinjaEngine(places.worker);
  }

  /** Never rejects for what an engine does or lacks: that is `not-checked` with its reason. */
  async check(
    engine: EngineName,
    request: RenderRequest,
    options: CheckOptions = {},
  ): Promise<EngineVerdict> {
    if (options.signal?.aborted === true) return notChecked(engine, { id: 'engine.cancelled' });
    try {
      return await Promise.race([this.#ask(engine, request, options), cancelled(engine, options.signal)]);
    } catch (error) {
      if (error instanceof HumanError) return notChecked(engine, error.detail);
      if (error instanceof JsonFault)
        return notChecked(engine, { id: 'engine.no-request', args: { reason: error.message } });
      throw error;
    }
  }

  dispose(): void {
    this.#jinja.dispose();
  }

  #ask(engine: EngineName, request: RenderRequest, options: CheckOptions): Promise<EngineVerdict> {
    switch (engine) {
      case 'transformers.js':
        return this.#jinja.judge(request);
      case 'transformers':
        return this.#askPython(request, options);
      default:
        return unreachable(engine);
    }
  }

  async #askPython(request: RenderRequest, { dataset, signal }: CheckOptions): Promise<EngineVerdict> {
    const engine = 'transformers';
    if (!vscode.workspace.isTrusted) return notChecked(engine, { id: 'engine.untrusted' });
    const interpreter = await interpreterFor(dataset);
    if ('id' in interpreter) return notChecked(engine, interpreter);
    const packageFolder = this.#places.python;
    const answer = await askPython(request, { interpreter, packageFolder, env: process.env, signal });
    if (!answer.ok) return notChecked(engine, answer.message);
    const { version, rendering } = answer;
    return this.#worker.judgeEngine({ engine, request, version, rendering }, PATIENCE);
  }
}

function notChecked(engine: EngineName, message: Message): EngineVerdict {
  return { kind: 'not-checked', engine, message };
}

/** Never settles without a signal. */
function cancelled(engine: EngineName, signal: AbortSignal | undefined): Promise<EngineVerdict> {
  return new Promise((resolve) => {
    const cancel = (): void => resolve(notChecked(engine, { id: 'engine.cancelled' }));
    signal?.addEventListener('abort', cancel, { once: true });
  });
}

async function interpreterFor(dataset: vscode.Uri | undefined): Promise<Interpreter | Message> {
  try {
    return await hostInterpreter(folderOf(dataset));
  } catch (error) {
    if (error instanceof HumanError) return { id: 'engine.no-python', args: { reason: error.detail } };
    throw error;
  }
}
