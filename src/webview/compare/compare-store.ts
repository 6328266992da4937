import type { ComparePanelView, ComparisonUpdate } from '../../core/protocol/compare-contract.ts';

/** Keeps what the host sent. An update belongs to the view that is shown; before there is one it is let go, since the next brings all. */
export class CompareStore {
  #view: ComparePanelView | null = null;
  readonly #changed: () => void;

  /** @param changed is called after each change; drawing is for the caller to pace. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get view(): ComparePanelView | null {
    return this.#view;
  }

  show(view: ComparePanelView): void {
    this.#view = view;
    this.#changed();
  }

  update(update: ComparisonUpdate): void {
    if (this.#view?.kind === 'comparison') this.show({ ...this.#view, ...update });
  }
}
