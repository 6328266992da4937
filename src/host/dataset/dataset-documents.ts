import * as vscode from 'vscode';
import { beginsArrayOfRows } from '../../core/dataset/reading/begins-array-of-rows.ts';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { onConfigurationChanged } from './lint-settings.ts';
import { OpenDataset, type LintedDocument } from './open-dataset.ts';

/** Open JSONL documents that are on disk or were never saved. */
export const datasetSelector: readonly vscode.DocumentFilter[] = [{ language: 'jsonl' }];
/** Documents that may have findings: those, and arrays of rows. */
export const lintedSelector: readonly vscode.DocumentFilter[] = [...datasetSelector, { language: 'json' }];

/** What tells whether JSON begins as an array of objects. */
const BEGINNING = 200;

/** Lints every open dataset, at once when it is opened and whenever it changes. */
export class DatasetDocuments implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<vscode.Uri>());
  /** Fires with the document whose findings are new or gone. */
  readonly onDidChange = this.#changed.event;
  readonly #open = new Map<string, OpenDataset>();
  readonly #worker: WorkerClient;
  readonly #onError: (error: unknown) => void;

  constructor(worker: WorkerClient, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#onError = onError;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.lint(document)));
    this.#store.add(workspace.onDidSaveTextDocument((document) => this.lint(document)));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
        this.#datasetOf(document)?.change(contentChanges),
      ),
    );
    this.#store.add(workspace.onDidCloseTextDocument((document) => this.#forget(document)));
    this.#store.add(onSettingsChanged(() => this.lintAll()));
    this.#store.add(onConfigurationChanged(() => this.lintAll()));
  }

  /** What was found in a document. Of JSON without a format of training nothing is said: it may be anything. */
  get(uri: vscode.Uri): LintedDocument | undefined {
    const found = this.#open.get(uri.toString())?.found;
    return found?.linted.format === 'unknown' && fileKind(uri.path) === 'json' ? undefined : found;
  }

  /** Whether a document is linted for the first time now: `onDidChange` tells when it is done. */
  isPending(uri: vscode.Uri): boolean {
    const open = this.#open.get(uri.toString());
    return open !== undefined && open.found === undefined;
  }

  lintAll(): void {
    for (const document of vscode.workspace.textDocuments) this.lint(document);
  }

  /** Starts to lint a document; others than datasets are passed over. */
  lint(document: vscode.TextDocument): void {
    this.#datasetOf(document)?.lint();
  }

  dispose(): void {
    for (const open of this.#open.values()) open.dispose();
    this.#store.dispose();
  }

  #datasetOf(document: vscode.TextDocument): OpenDataset | null {
    const { uri } = document;
    const known = this.#open.get(uri.toString());
    if (known !== undefined) return known;
    if (this.#store.disposed || !(isDataset(document) || isArrayOfRows(document))) return null;
    const open = new OpenDataset(document, this.#worker, () => this.#changed.fire(uri), this.#onError);
    this.#open.set(uri.toString(), open);
    return open;
  }

  #forget({ uri }: vscode.TextDocument): void {
    const open = this.#open.get(uri.toString());
    if (open === undefined) return;
    this.#open.delete(uri.toString());
    open.dispose();
    if (open.found !== undefined) this.#changed.fire(uri);
  }
}

/** Whether a document is a dataset's text, a row a line (not a diff's old side or an output). */
export function isDataset(document: vscode.TextDocument): boolean {
  return vscode.languages.match(datasetSelector, document) > 0 && isOfUser(document);
}

function isArrayOfRows(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'json' || !isOfUser(document)) return false;
  const { line, character } = document.positionAt(BEGINNING);
  return beginsArrayOfRows(document.getText(new vscode.Range(0, 0, line, character)));
}

function isOfUser({ uri }: vscode.TextDocument): boolean {
  return ['file', 'untitled', 'vscode-remote', 'vscode-vfs'].includes(uri.scheme);
}
