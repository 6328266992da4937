import type { RunPanelView, RunUpdate } from '../../core/protocol/run-contract.ts';
import { addEvents, newRunProgress, type RunProgress } from '../../core/run/run-progress.ts';

/** What the panel shows now. `version` changes whenever something in it did: progress grows in place. */
export interface RunPanelState {
  readonly view: RunPanelView | null;
  readonly progress: RunProgress;
  readonly version: number;
}

/** Keeps what the host sent. Updates that come before the view they belong to wait for it. */
export class RunStore {
  #state: RunPanelState = { view: null, progress: newRunProgress(), version: 0 };
  #early: RunUpdate[] = [];
  readonly #changed: () => void;

  /** @param changed is called after each change; drawing is for the caller to pace. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): RunPanelState {
    return this.#state;
  }

  /** Replaces the view. The same run again keeps the events it had. */
  show(view: RunPanelView): void {
    const progress = this.#isSameRun(view) ? this.#state.progress : newRunProgress();
    if (view.kind === 'run') addEvents(progress, view.events);
    this.#set(view, progress);
    const early = this.#early;
    this.#early = [];
    for (const update of early) this.append(update);
  }

  append(update: RunUpdate): void {
    const { view, progress } = this.#state;
    if (view?.kind !== 'run') {
      this.#early.push(update);
      return;
    }
    if (view.summary.id !== update.summary.id) return;
    addEvents(progress, update.events);
    const { summary, outcome, job, log } = update;
    this.#set({ ...view, summary, outcome, job, log }, progress);
  }

  #isSameRun(view: RunPanelView): boolean {
    const shown = this.#state.view;
    return view.kind === 'run' && shown?.kind === 'run' && view.summary.id === shown.summary.id;
  }

  #set(view: RunPanelView, progress: RunProgress): void {
    this.#state = { view, progress, version: this.#state.version + 1 };
    this.#changed();
  }
}
