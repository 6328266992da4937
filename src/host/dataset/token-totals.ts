import type * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { TemplateChoices } from '../template/template-choices.ts';

/** The state of a file that a count belongs to. */
export interface CountedState {
  readonly size: number;
  readonly mtime: number;
}

/** Tokens of dataset files, as reports have counted them. A file or a template that has changed since has none. */
export class TokenTotals implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #totals = new Map<string, CountedState & { readonly tokens: number }>();

  constructor(choices: TemplateChoices) {
    this.#store.add(
      choices.onDidChange(() => {
        if (this.#totals.size === 0) return;
        this.#totals.clear();
        this.#changed.fire();
      }),
    );
  }

  /** The count of a file in this state; null if it is not known. */
  get(uri: vscode.Uri, { size, mtime }: CountedState): number | null {
    const total = this.#totals.get(uri.toString());
    return total?.size === size && total.mtime === mtime ? total.tokens : null;
  }

  set(uri: vscode.Uri, { size, mtime }: CountedState, tokens: number): void {
    this.#totals.set(uri.toString(), { size, mtime, tokens });
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }
}
