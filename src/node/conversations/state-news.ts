import { setTimeout as pause } from 'node:timers/promises';

/** Where a state that changes by itself comes from, and who hears of it. */
export interface StateNewsParts<State> {
  readonly state: () => Promise<State>;
  /** It changes no more by itself. */
  readonly isSettled: (state: State) => boolean;
  readonly tell: (state: State) => Promise<void>;
  /** Nobody hears any more, for now or for ever. */
  readonly isGone: () => boolean;
  readonly everyMs: number;
}

/** Tells a state again and again until it is settled. What is asked of it meanwhile (`changes`) unsettles it. */
export class StateNews<State> {
  readonly #parts: StateNewsParts<State>;
  /** Grows with each change: a state that was asked for before is not told after it. */
  #changes = 0;
  #isTelling = false;

  constructor(parts: StateNewsParts<State>) {
    this.#parts = parts;
  }

  /** Something is asked of the state, such as another filter. */
  changes(): void {
    this.#changes += 1;
  }

  /** A state was told by somebody else: what follows it is told from here. Resolves when nothing more is to be told. */
  async follow(state: State): Promise<void> {
    if (this.#parts.isSettled(state)) return;
    this.#changes += 1;
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      await this.#tellUntilSettled();
    } finally {
      this.#isTelling = false;
    }
  }

  async #tellUntilSettled(): Promise<void> {
    const { state, isSettled, tell, isGone, everyMs } = this.#parts;
    for (let isOver = false; !isOver;) {
      await pause(everyMs);
      if (isGone()) return;
      const before = this.#changes;
      const now = await state();
      if (before === this.#changes) await tell(now);
      isOver = before === this.#changes && isSettled(now);
    }
  }
}
