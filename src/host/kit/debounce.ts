import type { Disposable } from '../../core/lifetime/disposable-store.ts';

/** Runs a function once things have been quiet for a while; a new call starts the wait anew. */
export interface Debounced extends Disposable {
  schedule(): void;
}

export function debounce(milliseconds: number, run: () => void): Debounced {
  let timer: NodeJS.Timeout | undefined;
  return {
    schedule() {
      clearTimeout(timer);
      timer = setTimeout(run, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
