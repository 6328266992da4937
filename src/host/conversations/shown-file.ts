import path from 'node:path';
import * as vscode from 'vscode';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { RowsClient, RowsHandle } from '../../node/conversations/rows-client.ts';
import { debounce } from '../kit/debounce.ts';

/** Where rows come from: an open document, or a file that VS Code gives no document of. */
export type FileSource =
  | { readonly kind: 'document'; readonly document: vscode.TextDocument }
  | { readonly kind: 'disk'; readonly uri: vscode.Uri };

/** A file that is written often is read again when it has been quiet for this long. */
const QUIET_MS = 500;

/** The rows of one file on one screen, kept as the document or the file is. */
export class ShownFile implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  /** Fires when rows that were read are out of date. */
  readonly onDidChange = this.#changed.event;
  readonly source: FileSource;
  readonly #client: RowsClient;
  #rows: Promise<RowsHandle> | null = null;

  constructor(source: FileSource, client: RowsClient) {
    this.source = source;
    this.#client = client;
    if (source.kind === 'document') this.#followDocument(source.document);
    else this.#followFile(source.uri);
  }

  get uri(): vscode.Uri {
    return this.source.kind === 'document' ? this.source.document.uri : this.source.uri;
  }

  get name(): string {
    return path.basename(this.uri.fsPath);
  }

  /** Whether rows have lines: those of CSV and Parquet are records. */
  get hasLines(): boolean {
    const kind = fileKind(this.uri.path);
    return kind !== 'csv' && kind !== 'parquet';
  }

  /** @throws {HumanError} if the file cannot be read */
  rows(): Promise<RowsHandle> {
    if (this.#rows === null) {
      this.#rows = this.#open();
      this.#rows.catch(() => (this.#rows = null));
    }
    return this.#rows;
  }

  dispose(): void {
    this.#store.dispose();
    this.#forget();
  }

  async #open(): Promise<RowsHandle> {
    const { source } = this;
    try {
      if (source.kind === 'document')
        return await this.#client.open({ kind: 'text', text: source.document.getText() });
      return await this.#client.open({ kind: 'file', path: source.uri.fsPath });
    } catch (error) {
      if (error instanceof HumanError || !(error instanceof Error)) throw error;
      const args = { file: this.name, reason: error.message };
      throw new HumanError('conversations.cannot-open', args, { cause: error });
    }
  }

  #followDocument(own: vscode.TextDocument): void {
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== own || contentChanges.length === 0) return;
        const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => {
          return { offset: rangeOffset, length: rangeLength, text };
        });
        void this.#rows?.then((rows) => rows.call('editRows', { edits })).catch(() => undefined);
        this.#changed.fire();
      }),
    );
  }

  #followFile(uri: vscode.Uri): void {
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), path.basename(uri.fsPath));
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
    const again = this.#store.add(
      debounce(QUIET_MS, () => {
        this.#forget();
        this.#changed.fire();
      }),
    );
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      this.#store.add(event(() => again.schedule()));
  }

  #forget(): void {
    const rows = this.#rows;
    this.#rows = null;
    void rows?.then((handle) => handle.dispose()).catch(() => undefined);
  }
}
