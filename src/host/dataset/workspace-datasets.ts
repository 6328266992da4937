import * as vscode from 'vscode';
import type { LintedFile } from '../../core/dataset/finding.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { debounce } from '../kit/debounce.ts';
import type { DatasetDocuments } from './dataset-documents.ts';
import { lintChoice, onConfigurationChanged } from './lint-choice.ts';

/** More files than this are not listed: a folder of thousands is no longer one that a tree can show. */
const MOST_FILES = 500;
const QUIET_MS = 500;

/** The dataset files of the workspace, linted from disk when somebody asks; an open document's findings win over the disk's. */
export class WorkspaceDatasets implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly #onDisk = new Map<string, LintedFile>();
  readonly #worker: WorkerClient;
  readonly #documents: DatasetDocuments;
  readonly #onError: (error: unknown) => void;

  constructor(worker: WorkerClient, documents: DatasetDocuments, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#documents = documents;
    this.#onError = onError;
    const refresh = this.#store.add(debounce(QUIET_MS, () => this.refresh()));
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher('**/*.{jsonl,ndjson}'));
    const stale = (uri: vscode.Uri): void => {
      this.#onDisk.delete(uri.toString());
      refresh.schedule();
    };
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      this.#store.add(event(stale));
    this.#store.add(onConfigurationChanged(() => this.refresh()));
    this.#store.add(documents.onDidChange(() => this.#changed.fire()));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
  }

  readonly onDidChange = (listener: () => void): vscode.Disposable => this.#changed.event(listener);

  /** Lints everything anew when it is asked for next. */
  refresh(): void {
    this.#onDisk.clear();
    this.#changed.fire();
  }

  /** Files in order of their paths; those that no result is known of are linted in the background. */
  async files(): Promise<vscode.Uri[]> {
    const skipped = '**/{node_modules,.git,.tuning-fork,.venv,venv,out}/**';
    const found = await vscode.workspace.findFiles('**/*.{jsonl,ndjson}', skipped, MOST_FILES);
    const files = found.toSorted((a, b) => (a.fsPath < b.fsPath ? -1 : 1));
    const unknown = files.filter((uri) => this.known(uri) === null);
    if (unknown.length > 0) void this.#lintAll(unknown).catch(this.#onError);
    return files;
  }

  /** What is known of a file without looking at it now. */
  known(uri: vscode.Uri): LintedFile | null {
    return this.#documents.get(uri)?.linted ?? this.#onDisk.get(uri.toString()) ?? null;
  }

  /** Lints a file if nothing is known of it; null if it cannot be read. */
  async lint(uri: vscode.Uri): Promise<LintedFile | null> {
    const known = this.known(uri);
    if (known !== null || uri.scheme !== 'file') return known;
    const source = { kind: 'file', path: uri.fsPath } as const;
    const linted = await this.#worker.lint({ source, ...lintChoice(uri) }).catch(() => null);
    if (linted !== null) this.#onDisk.set(uri.toString(), linted);
    return linted;
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #lintAll(files: readonly vscode.Uri[]): Promise<void> {
    for (const uri of files) {
      if (this.#store.disposed) return;
      await this.lint(uri);
    }
    this.#changed.fire();
  }
}
