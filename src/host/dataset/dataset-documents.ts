import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { countByRule } from '../../core/dataset/count-by-rule.ts';
import type { LintedFile } from '../../core/dataset/finding.ts';
import type { TextChange } from '../../core/dataset/open-text/text-change.ts';
import { diskRules } from '../../core/dataset/disk-rules.ts';
import { FollowedText } from '../../node/worker/followed-text.ts';
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
 * Lints every open dataset in the worker: at once when it is opened; after a change at once the lines that changed, and all rows
 * shortly after. Answers for a version that the document has left are dropped. Rules about bytes read the disk, because the editor has
 * smoothed them; they are silent while it is dirty.
 */
export class DatasetDocuments implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<vscode.Uri>());
  /** Fires with the document whose findings are new or gone. */
  readonly onDidChange = this.#changed.event;
  readonly #linted = new Map<string, LintedDocument>();
  readonly #waiting = new Map<string, Debounced>();
  readonly #followed = new Map<string, FollowedText>();
  readonly #worker: WorkerClient;
  readonly #onError: (error: unknown) => void;

  constructor(worker: WorkerClient, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#onError = onError;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.lint(document)));
    this.#store.add(workspace.onDidSaveTextDocument((document) => this.lint(document)));
    this.#store.add(workspace.onDidChangeTextDocument((event) => this.#changedText(event)));
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
    for (const followed of this.#followed.values()) followed.close();
    this.#store.dispose();
  }

  async #lint(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const choice = lintChoice(uri);
    const source = { kind: 'file', path: uri.fsPath } as const;
    const onDisk = uri.scheme === 'file' && !document.isDirty;
    const [linted, ofDisk] = await Promise.all([
      this.#follow(document).lint(choice),
      onDisk ? this.#worker.lint({ source, ...choice, only: [...diskRules] }) : null,
    ]);
    if (linted === null) return;
    const findings = [...(ofDisk?.findings ?? []), ...linted.findings];
    const ignored = [...(ofDisk?.ignored ?? []), ...(linted.ignored ?? [])];
    this.#take(document, version, { ...linted, findings, counts: countByRule(findings), ignored });
  }

  async #lintChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): Promise<void> {
    const { version } = document;
    const linted = await this.#follow(document).change(contentChanges.map(textChange));
    if (linted !== null) this.#take(document, version, linted);
  }

  #take(document: vscode.TextDocument, version: number, linted: LintedFile): void {
    if (document.isClosed || document.version !== version || this.#store.disposed) return;
    const { uri } = document;
    this.#linted.set(uri.toString(), { uri, version, linted });
    this.#changed.fire(uri);
  }

  #follow(document: vscode.TextDocument): FollowedText {
    const key = document.uri.toString();
    const known = this.#followed.get(key);
    if (known !== undefined) return known;
    const followed = new FollowedText(this.#worker, key, document.uri.fsPath, () => ({
      content: document.getText(),
      lineEnd: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    }));
    this.#followed.set(key, followed);
    return followed;
  }

  #changedText(event: vscode.TextDocumentChangeEvent): void {
    const { document, contentChanges } = event;
    if (!isDataset(document)) return;
    if (contentChanges.length > 0) void this.#lintChange(event).catch(this.#onError);
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
    this.#followed.get(key)?.close();
    this.#followed.delete(key);
    if (this.#linted.delete(key)) this.#changed.fire(document.uri);
  }
}

function textChange({ range, text }: vscode.TextDocumentContentChangeEvent): TextChange {
  return { from: place(range.start), to: place(range.end), text };
}

function place({ line, character }: vscode.Position): TextChange['from'] {
  return { line, character };
}

/** Whether a document is a dataset's text (not a diff's old side or an output). */
export function isDataset(document: vscode.TextDocument): boolean {
  return (
    vscode.languages.match(datasetSelector, document) > 0 &&
    ['file', 'untitled', 'vscode-remote', 'vscode-vfs'].includes(document.uri.scheme)
  );
}
