import process from 'node:process';

/** Exit codes of a shell for a program that a signal has ended. */
const EXIT = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ctrl+C and SIGTERM. A command that has something to tidy up asks for the signal, which the first of them aborts; the second one ends the
 * program. A command that never asks is ended by the system at once, even while it computes.
 */
export class Interruption {
  #controller: AbortController | null = null;

  get signal(): AbortSignal {
    return (this.#controller ??= this.#listen()).signal;
  }

  #listen(): AbortController {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (controller.signal.aborted) process.exit(EXIT[signal]);
        controller.abort(signal);
      });
    }
    return controller;
  }
}
