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
/** A file above this is looked at when somebody opens it in the view, not in the background. */
export const MOST_UNASKED = 200_000_000;
const QUIET_MS = 500;
const PATTERNS = ['**/*.{jsonl,ndjson,csv,parquet}', '**/*.json'];
const SKIPPED = ['node_modules', '.git', '.tuning-fork', '.venv', 'venv', 'out'];

/** A dataset file, its size in bytes, and when it was changed last. */
export interface DatasetFile {
  readonly uri: vscode.Uri;
  readonly size: number;
  readonly mtime: number;
}

/** The dataset files of the workspace, linted from disk when somebody asks; an open document's findings win over the disk's. */
export class WorkspaceDatasets implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<vscode.Uri | undefined>());
  readonly #onDisk = new Map<string, LintedFile>();
  readonly #linting = new Map<string, Promise<LintedFile | null>>();
  readonly #worker: WorkerClient;
  readonly #documents: DatasetDocuments;
  readonly #onError: (error: unknown) => void;
  #files: Promise<readonly DatasetFile[]> | null = null;

  constructor(worker: WorkerClient, documents: DatasetDocuments, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#documents = documents;
    this.#onError = onError;
    const found = this.#store.add(debounce(QUIET_MS, () => this.#changed.fire(undefined)));
    const stale = (uri: vscode.Uri): void => {
      const parts = vscode.workspace.asRelativePath(uri).split('/');
      if (parts.some((part) => SKIPPED.includes(part))) return;
      this.#onDisk.delete(uri.toString());
      this.#files = null;
      found.schedule();
    };
    for (const pattern of PATTERNS) {
      const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
        this.#store.add(event(stale));
    }
    this.#store.add(onConfigurationChanged(() => this.refresh()));
    this.#store.add(documents.onDidChange((uri) => this.#changed.fire(uri)));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
  }

  /** Fires with the file that something else is known of, or undefined where it may be any of them, or their list. */
  readonly onDidChange = (listener: (uri: vscode.Uri | undefined) => void): vscode.Disposable =>
    this.#changed.event(listener);

  /** Finds and lints everything anew when it is asked for next. */
  refresh(): void {
    this.#onDisk.clear();
    this.#files = null;
    this.#changed.fire(undefined);
  }

  /** Files in order of their paths; those that no result is known of are linted in the background. */
  async files(): Promise<readonly DatasetFile[]> {
    const files = await (this.#files ??= this.#find());
    const unknown = files.filter(({ uri, size }) => size <= MOST_UNASKED && this.known(uri) === null);
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
    const key = uri.toString();
    const linting = this.#linting.get(key) ?? this.#lintNow(uri);
    this.#linting.set(key, linting);
    return linting.finally(() => this.#linting.delete(key));
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #find(): Promise<readonly DatasetFile[]> {
    // Asked apart, so that many configurations in JSON hide no dataset.
    const skipped = `**/{${SKIPPED.join(',')}}/**`;
    const found = await Promise.all(
      PATTERNS.map((pattern) => vscode.workspace.findFiles(pattern, skipped, MOST_FILES)),
    );
    const files = await Promise.all(found.flat().map(fileAt));
    return files.filter((file) => file !== null).sort((a, b) => (a.uri.fsPath < b.uri.fsPath ? -1 : 1));
  }

  async #lintNow(uri: vscode.Uri): Promise<LintedFile | null> {
    const source = { kind: 'file', path: uri.fsPath } as const;
    const linted = await this.#worker.lint({ source, ...lintChoice(uri) }).catch(() => null);
    if (linted !== null) this.#onDisk.set(uri.toString(), linted);
    return linted;
  }

  async #lintAll(files: readonly DatasetFile[]): Promise<void> {
    for (const { uri } of files) {
      if (this.#store.disposed) return;
      if (this.known(uri) !== null || this.#linting.has(uri.toString())) continue;
      if ((await this.lint(uri)) !== null) this.#changed.fire(uri);
    }
  }
}

/** A file of the pattern, if it holds rows: what is JSON may be anything. */
async function fileAt(uri: vscode.Uri): Promise<DatasetFile | null> {
  try {
    const { size, mtime, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return null;
    if (!/\.json$/i.test(uri.path)) return { uri, size, mtime };
    if (uri.scheme !== 'file') return null;
    const { holdsRows } = await import('../../node/dataset/dataset-files.ts');
    return (await holdsRows(uri.fsPath)) ? { uri, size, mtime } : null;
  } catch {
    // It went away while it was looked at.
    return null;
  }
}
