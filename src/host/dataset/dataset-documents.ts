import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { LintedFile } from '../../core/dataset/finding.ts';
import { diskRules } from '../../core/dataset/disk-rules.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { debounce, type Debounced } from '../kit/debounce.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { lintChoice, onConfigurationChanged } from './lint-choice.ts';

/** Open JSONL documents that are on disk or were never saved. */
export const datasetSelector: readonly vscode.DocumentFilter[] = [{ language: 'jsonl' }];

/** An open dataset and what was found in it; `version` is the document's version that the findings belong to. */
export interface LintedDocument {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly linted: LintedFile;
}

const QUIET_MS = 250;

/**
 * Lints every open dataset in the worker: at once when it is opened, shortly after a change. Answers for a version that the document
 * has left are dropped. Rules about bytes read the disk, because the editor has smoothed them; they are silent while it is dirty.
 */
export class DatasetDocuments implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<vscode.Uri>());
  /** Fires with the document whose findings are new or gone. */
  readonly onDidChange = this.#changed.event;
  readonly #linted = new Map<string, LintedDocument>();
  readonly #waiting = new Map<string, Debounced>();
  readonly #worker: WorkerClient;
  readonly #onError: (error: unknown) => void;

  constructor(worker: WorkerClient, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#onError = onError;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.lint(document)));
    this.#store.add(workspace.onDidSaveTextDocument((document) => this.lint(document)));
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#scheduleLint(document)));
    this.#store.add(workspace.onDidCloseTextDocument((document) => this.#forget(document)));
    this.#store.add(onSettingsChanged(() => this.lintAll()));
    this.#store.add(onConfigurationChanged(() => this.lintAll()));
  }

  get(uri: vscode.Uri): LintedDocument | undefined {
    return this.#linted.get(uri.toString());
  }

  lintAll(): void {
    for (const document of vscode.workspace.textDocuments) this.lint(document);
  }

  /** Starts to lint a document; others than datasets are passed over. */
  lint(document: vscode.TextDocument): void {
    if (!isDataset(document)) return;
    void this.#lint(document).catch(this.#onError);
  }

  dispose(): void {
    for (const waiting of this.#waiting.values()) waiting.dispose();
    this.#store.dispose();
  }

  async #lint(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const choice = lintChoice(uri);
    const path = uri.fsPath;
    const source = { kind: 'text', path, text: document.getText() } as const;
    const onDisk = document.uri.scheme === 'file' && !document.isDirty;
    const [linted, ofDisk] = await Promise.all([
      this.#worker.lint({ source, ...choice, summaries: true }),
      onDisk ? this.#worker.lint({ source: { kind: 'file', path }, ...choice, only: [...diskRules] }) : null,
    ]);
    if (document.isClosed || document.version !== version || this.#store.disposed) return;
    const findings = [...(ofDisk?.findings ?? []), ...linted.findings];
    const ignored = [...(ofDisk?.ignored ?? []), ...(linted.ignored ?? [])];
    this.#linted.set(uri.toString(), { uri, version, linted: { ...linted, findings, ignored } });
    this.#changed.fire(uri);
  }

  #scheduleLint(document: vscode.TextDocument): void {
    if (!isDataset(document)) return;
    const key = document.uri.toString();
    let waiting = this.#waiting.get(key);
    if (waiting === undefined) {
      waiting = debounce(QUIET_MS, () => this.lint(document));
      this.#waiting.set(key, waiting);
    }
    waiting.schedule();
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.#waiting.get(key)?.dispose();
    this.#waiting.delete(key);
    if (this.#linted.delete(key)) this.#changed.fire(document.uri);
  }
}

/** Whether a document is a dataset's text (not a diff's old side or an output). */
export function isDataset(document: vscode.TextDocument): boolean {
  return (
    vscode.languages.match(datasetSelector, document) > 0 &&
    ['file', 'untitled', 'vscode-remote', 'vscode-vfs'].includes(document.uri.scheme)
  );
}
