import type { Preparation, Prepared, PreparingProgress } from '../../core/dataset/prepare/preparation.ts';
import { runPreparation } from '../dataset/prepare/run-preparation.ts';

/** Progress is told no more often than an eye follows. */
const QUIET_MS = 100;

/** Preparations in a worker, one after the other; the one that runs can be given up. */
export class PreparingTurn {
  readonly #tell: (progress: PreparingProgress) => void;
  #controller = new AbortController();
  #told = 0;

  constructor(tell: (progress: PreparingProgress) => void) {
    this.#tell = tell;
  }

  run(asked: Preparation): Promise<Prepared> {
    this.#controller = new AbortController();
    const onProgress = (progress: PreparingProgress): void => this.#tellNow(progress);
    return runPreparation(asked, { signal: this.#controller.signal, onProgress });
  }

  stop(): undefined {
    this.#controller.abort();
  }

  #tellNow(progress: PreparingProgress): void {
    const now = performance.now();
    if (now - this.#told < QUIET_MS) return;
    this.#told = now;
    this.#tell(progress);
  }
}
