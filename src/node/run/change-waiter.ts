import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';

const restMs = 100;

/**
 * Waits for changes in a folder: by the system's watcher, and by time besides, because watchers run out or miss events
 * (trl-and-jobs.md §11, row 19).
 */
export class ChangeWaiter implements Disposable {
  readonly #folder: string;
  readonly #disposal = new AbortController();
  #watcher: fs.FSWatcher | null = null;
  #changed = false;
  #wake: (() => void) | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Comes back after a change, or after `ms` at the latest, or when disposed; never sooner than 0.1 s, so that a busy file costs little. */
  async wait(ms: number): Promise<void> {
    this.#watch();
    await delay(restMs, undefined, { signal: this.#disposal.signal }).catch(() => undefined);
    if (!this.#changed && !this.#disposal.signal.aborted) await this.#changeWithin(ms - restMs);
    this.#changed = false;
  }

  dispose(): void {
    this.#disposal.abort();
    this.#watcher?.close();
    this.#notice();
  }

  #changeWithin(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #watch(): void {
    if (this.#watcher !== null || this.#disposal.signal.aborted) return;
    try {
      const watcher = fs.watch(this.#folder, () => this.#notice());
      watcher.on('error', () => {
        watcher.close();
        this.#watcher = null;
      });
      this.#watcher = watcher;
    } catch {
      // Not there yet, or no watcher left: time alone has to do, and the next wait tries again.
    }
  }

  #notice(): void {
    this.#changed = true;
    this.#wake?.();
    this.#wake = null;
  }
}
