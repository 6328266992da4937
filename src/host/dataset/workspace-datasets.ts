import * as vscode from 'vscode';
import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { debounce } from '../kit/debounce.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import type { DatasetDocuments } from './dataset-documents.ts';
import { findDatasetFiles, watchDatasetFiles, type DatasetFile } from './find-dataset-files.ts';
import { lintSettings, onConfigurationChanged } from './lint-settings.ts';

/** A file above this is looked at when somebody opens it in the view, not in the background. */
export const MOST_UNASKED = 200_000_000;
const QUIET_MS = 500;

/** The dataset files of the workspace, linted from disk when somebody asks; an open document's findings win over the disk's. */
export class WorkspaceDatasets implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<vscode.Uri | undefined>());
  readonly #onDisk = new Map<string, LintedFile>();
  /** Lints whose results will count: of a file that has changed since, or of other settings, there is none here. */
  readonly #linting = new Map<string, Promise<LintedFile | null>>();
  readonly #worker: WorkerClient;
  readonly #documents: DatasetDocuments;
  readonly #onError: (error: unknown) => void;
  #found: ReturnType<typeof findDatasetFiles> | null = null;

  constructor(worker: WorkerClient, documents: DatasetDocuments, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#documents = documents;
    this.#onError = onError;
    const found = this.#store.add(debounce(QUIET_MS, () => this.#changed.fire(undefined)));
    const stale = (uri: vscode.Uri): void => {
      this.#onDisk.delete(uri.toString());
      this.#linting.delete(uri.toString());
      this.#found = null;
      found.schedule();
    };
    this.#store.add(watchDatasetFiles(stale));
    this.#store.add(onConfigurationChanged(() => this.refresh()));
    this.#store.add(
      onSettingsChanged((event) => {
        if (event.affectsConfiguration('tuningFork.rules')) this.refresh();
      }),
    );
    this.#store.add(documents.onDidChange((uri) => this.#changed.fire(uri)));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
  }

  /** Fires with the file that something else is known of, or undefined where it may be any of them, or their list. */
  readonly onDidChange = (listener: (uri: vscode.Uri | undefined) => void): vscode.Disposable =>
    this.#changed.event(listener);

  /** Finds and lints everything anew when it is asked for next. */
  refresh(): void {
    this.#onDisk.clear();
    this.#linting.clear();
    this.#found = null;
    this.#changed.fire(undefined);
  }

  /** Files in order of their paths; those that no result is known of are linted in the background. */
  async files(): Promise<readonly DatasetFile[]> {
    const { files } = await this.#whatIsFound();
    const unknown = files.filter(({ uri, size }) => size <= MOST_UNASKED && this.known(uri) === null);
    if (unknown.length > 0) void this.#lintAll(unknown).catch(this.#onError);
    return files;
  }

  /** How many files of a kind were looked at, where the workspace has more; else null. */
  async most(): Promise<number | null> {
    return (await this.#whatIsFound()).most;
  }

  /** Lints in the background the files that nothing is known of. */
  look(): void {
    void this.files().catch(this.#onError);
  }

  /** What is known of a file without looking at it now. */
  known(uri: vscode.Uri): LintedFile | null {
    return this.#documents.get(uri)?.linted ?? this.#onDisk.get(uri.toString()) ?? null;
  }

  /**
   * Lints a file if nothing is known of it; null if it cannot be read. Where it or its settings change meanwhile, what was found is
   * answered and not kept: `onDidChange` tells of the change.
   */
  async lint(uri: vscode.Uri): Promise<LintedFile | null> {
    const known = this.known(uri);
    if (known !== null || uri.scheme !== 'file') return known;
    const key = uri.toString();
    const running = this.#linting.get(key);
    if (running !== undefined) return running;
    const lint = this.#lintNow(uri);
    this.#linting.set(key, lint);
    const linted = await lint;
    if (this.#linting.get(key) !== lint) return linted;
    this.#linting.delete(key);
    if (linted !== null) this.#onDisk.set(key, linted);
    return linted;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** A search that failed is no answer to the next one who asks. */
  #whatIsFound(): ReturnType<typeof findDatasetFiles> {
    if (this.#found !== null) return this.#found;
    const found = this.#find();
    this.#found = found;
    found.catch(() => {
      if (this.#found === found) this.#found = null;
    });
    return found;
  }

  /** Menus offer for some JSON what they offer for datasets, and must know for which. */
  async #find(): ReturnType<typeof findDatasetFiles> {
    const found = await findDatasetFiles();
    const json = found.files.map(({ uri }) => uri.fsPath).filter((path) => fileKind(path) === 'json');
    await vscode.commands.executeCommand('setContext', 'tuningFork.jsonDatasets', json);
    return found;
  }

  #lintNow(uri: vscode.Uri): Promise<LintedFile | null> {
    const source = { kind: 'file', path: uri.fsPath } as const;
    return this.#worker.lint({ source, ...lintSettings(uri) }).catch(() => null);
  }

  async #lintAll(files: readonly DatasetFile[]): Promise<void> {
    for (const { uri } of files) {
      if (this.#store.disposed) return;
      if (this.known(uri) !== null || this.#linting.has(uri.toString())) continue;
      if ((await this.lint(uri)) !== null) this.#changed.fire(uri);
    }
  }
}
