import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { OutputLog } from '../../node/run/output-log.ts';

const scheme = 'tuning-fork-log';

/** A run's output as a read-only document with secrets hidden: the file itself keeps them. */
export class LogDocuments implements Disposable, vscode.TextDocumentContentProvider {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#store.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const pieces: string[] = [];
    for await (const piece of new OutputLog(uri.query).read(true)) pieces.push(piece);
    return pieces.join('');
  }

  /** Opens the log of a run's directory, as far as it has come. */
  async open(directory: string, name: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${name}.log`, query: directory });
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(uri);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
