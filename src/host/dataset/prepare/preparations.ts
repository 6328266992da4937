import type * as vscode from 'vscode';
import type { LintedFile } from '../../../core/dataset/findings/finding.ts';
import { DisposableStore } from '../../../core/lifetime/disposable-store.ts';
import type { Places } from '../../../node/places.ts';
import type { PreparingThread } from '../../../node/worker/preparing-thread.ts';
import { PreviewDocuments } from './preview-documents.ts';

/** What the commands that prepare datasets share: their previews, and the threads that work now. */
export class Preparations implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #threads = new Set<PreparingThread>();
  readonly #places: Places;
  readonly previews = this.#store.add(new PreviewDocuments());
  /** Of the extension, for the notes of provenance. */
  readonly version: string;
  /** What the linter has found in a file; null where it has not looked. */
  readonly known: (dataset: vscode.Uri) => LintedFile | null;

  constructor(places: Places, version: string, known: (dataset: vscode.Uri) => LintedFile | null) {
    this.#places = places;
    this.version = version;
    this.known = known;
  }

  /** Runs something with a thread of its own, which ends with it. */
  async withThread<T>(work: (thread: PreparingThread) => Promise<T>): Promise<T> {
    const { PreparingThread } = await import('../../../node/worker/preparing-thread.ts');
    const thread = new PreparingThread(this.#places.worker);
    this.#threads.add(thread);
    try {
      return await work(thread);
    } finally {
      thread.dispose();
      this.#threads.delete(thread);
    }
  }

  dispose(): void {
    for (const thread of this.#threads) thread.dispose();
    this.#store.dispose();
  }
}
