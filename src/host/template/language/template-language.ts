import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';

export const templateLanguage = 'chat-template';

/** Loads what editors of chat templates need with the first one that is open. */
export class TemplateLanguage implements Disposable {
  readonly #store = new DisposableStore();
  readonly #onError: (error: unknown) => void;
  #loaded = false;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
    this.#store.add(vscode.workspace.onDidOpenTextDocument((document) => this.#see(document)));
    for (const document of vscode.workspace.textDocuments) this.#see(document);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #see({ languageId }: vscode.TextDocument): void {
    if (this.#loaded || languageId !== templateLanguage) return;
    this.#loaded = true;
    this.#load().catch(this.#onError);
  }

  async #load(): Promise<void> {
    const { LanguageFeatures } = await import('./language-features.ts');
    if (!this.#store.disposed) this.#store.add(new LanguageFeatures());
  }
}
