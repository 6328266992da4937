import type { EngineState } from '../../core/protocol/preview-contract.ts';
import type { EngineName } from '../../core/template/engine-verdict.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { EngineChecks } from './engine-checks.ts';
import { PATIENCE, type PreviewShown } from './preview-state.ts';

/** While one types or goes through rows, nothing is asked. */
const QUIET_MS = 250;

/** What other engines make of the row on show: transformers.js is asked at once, Python when the user wants it. */
export class PreviewEngines implements Disposable {
  readonly #checks: EngineChecks;
  readonly #worker: WorkerClient;
  readonly #tell: (states: EngineState[]) => Promise<void>;
  #shown: PreviewShown | null = null;
  #states = new Map<EngineName, EngineState>();
  #asking = new AbortController();

  constructor(checks: EngineChecks, worker: WorkerClient, tell: (states: EngineState[]) => Promise<void>) {
    this.#checks = checks;
    this.#worker = worker;
    this.#tell = tell;
  }

  /** Another row, template or switch is on show: what was found out about the one before counts no longer. */
  async renew(shown: PreviewShown | null): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#shown = shown;
    this.#states.clear();
    if (shown === null || shown.rendering.kind === 'no-conversation') return;
    this.#states.set('transformers', { kind: 'not-asked', engine: 'transformers' });
    await this.#set({ kind: 'asking', engine: 'transformers.js' });
    const { signal } = this.#asking;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    if (!signal.aborted) await this.ask('transformers.js');
  }

  /** Asks an engine about the row on show. */
  async ask(engine: EngineName): Promise<void> {
    const shown = this.#shown;
    const { signal } = this.#asking;
    if (shown === null) return;
    await this.#set({ kind: 'asking', engine });
    const request = await this.#worker.switchedRequest(shown.request, PATIENCE);
    if (request === null || signal.aborted) return;
    const dataset = shown.row.dataset ?? undefined;
    const verdict = await this.#checks.check(engine, request, { dataset, signal });
    if (!signal.aborted) await this.#set(verdict);
  }

  dispose(): void {
    this.#asking.abort();
  }

  async #set(state: EngineState): Promise<void> {
    this.#states.set(state.engine, state);
    const order: EngineName[] = ['transformers.js', 'transformers'];
    await this.#tell(order.flatMap((engine) => this.#states.get(engine) ?? []));
  }
}
