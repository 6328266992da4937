import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type { CountedState } from '../token-totals.ts';
import type { Staleness } from '../../../core/protocol/report-contract.ts';

/** Whether a file, and its text in an editor, are still what they were when a report on it was begun. */
export class ReportedFile implements Disposable {
  readonly #store = new DisposableStore();
  readonly #uri: vscode.Uri;
  #before: CountedState | null = null;
  #now: CountedState | null = null;

  constructor(uri: vscode.Uri, onChange: () => void) {
    this.#uri = uri;
    const folder = vscode.Uri.file(path.dirname(uri.fsPath));
    const pattern = new vscode.RelativePattern(folder, escapeGlob(path.basename(uri.fsPath)));
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
    const look = (): void => void this.look().then(onChange);
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      this.#store.add(event(look));
    this.#store.add(vscode.workspace.onDidSaveTextDocument((document) => this.#ifOurs(document, look)));
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#ifOurs(document, onChange)),
    );
    this.#store.add(vscode.workspace.onDidCloseTextDocument((document) => this.#ifOurs(document, onChange)));
  }

  /** The state that the file is in now; null if it is not there. */
  async look(): Promise<CountedState | null> {
    this.#now = await this.#state();
    return this.#now;
  }

  /** The report that is on show from now on is of the file in this state. */
  reportedIn(state: CountedState | null): void {
    this.#before = state;
  }

  get staleness(): Staleness {
    if (this.#before === null) return null;
    if (this.#now === null) return 'gone';
    if (this.#now.size !== this.#before.size || this.#now.mtime !== this.#before.mtime) return 'changed';
    const isUnsaved = vscode.workspace.textDocuments.some((each) => this.#isOurs(each) && each.isDirty);
    return isUnsaved ? 'unsaved' : null;
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #state(): Promise<CountedState | null> {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(this.#uri);
      return { size, mtime };
    } catch {
      // It is gone, or cannot be seen any more: to a reader that is the same.
      return null;
    }
  }

  #isOurs(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.#uri.toString();
  }

  #ifOurs(document: vscode.TextDocument, run: () => void): void {
    if (this.#isOurs(document)) run();
  }
}

/** A file's name may hold what a pattern reads as one of its signs. */
function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
