import * as vscode from 'vscode';
import { diskRules } from '../../core/dataset/disk-rules.ts';
import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import { joinFindings } from '../../core/dataset/findings/join-findings.ts';
import type { TextChange } from '../../core/dataset/open-text/text-change.ts';
import { FollowedText } from '../../node/worker/followed-text.ts';
import type { LintChoice } from '../../node/worker/open-texts.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { debounce } from '../kit/debounce.ts';
import { lintSettings } from './lint-settings.ts';

/** An open dataset and what was found in it; `version` is the document's version that the findings belong to. */
export interface LintedDocument {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly linted: LintedFile;
}

const QUIET_MS = 250;
/** Until the slow rules are asked, after all others have answered. */
const QUIET_IN_BACKGROUND_MS = 1000;

/**
 * One open dataset, linted in the worker: after a change at once the lines that changed, and the rows that are equal to one of them;
 * shortly after by the rules that follow the whole file, and then by the slow rules. Answers for a version that the document has left are dropped. Rules about bytes read the disk, because the editor has smoothed
 * them; they are silent while the document is dirty.
 */
export class OpenDataset implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #worker: WorkerClient;
  readonly #text: FollowedText;
  readonly #onLinted: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #soon = debounce(QUIET_MS, () =>
    this.#try(this.#lint((choice) => this.#text.lintFollowers(choice))),
  );
  readonly #later = debounce(QUIET_IN_BACKGROUND_MS, () => this.#try(this.#lintInBackground()));
  #ofDisk: LintedFile | null = null;
  #found: LintedDocument | undefined;
  #isDisposed = false;

  constructor(
    document: vscode.TextDocument,
    worker: WorkerClient,
    onLinted: () => void,
    onError: (error: unknown) => void,
  ) {
    this.#document = document;
    this.#worker = worker;
    this.#onLinted = onLinted;
    this.#onError = onError;
    this.#text = new FollowedText(worker, document.uri.toString(), document.uri.fsPath, {
      content: () => document.getText(),
      lineEnd: () => (document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'),
    });
  }

  /** What was found last. */
  get found(): LintedDocument | undefined {
    return this.#found;
  }

  lint(): void {
    this.#try(this.#lint((choice) => this.#text.lint(choice)));
  }

  change(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (this.#document.isDirty) this.#ofDisk = null;
    if (changes.length > 0) this.#try(this.#lintChange(changes));
    this.#soon.schedule();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#soon.dispose();
    this.#later.dispose();
    this.#text.close();
  }

  async #lint(lintText: (choice: LintChoice) => Promise<LintedFile | null>): Promise<void> {
    const { version, uri, isDirty } = this.#document;
    const choice = lintSettings(uri);
    const source = { kind: 'file', path: uri.fsPath } as const;
    const onDisk = uri.scheme === 'file' && !isDirty;
    const [linted, ofDisk] = await Promise.all([
      lintText(choice),
      onDisk ? this.#worker.lint({ source, ...choice, only: [...diskRules] }) : null,
    ]);
    if (linted === null || !this.#isAt(version)) return;
    this.#ofDisk = ofDisk;
    this.#take(version, linted);
    this.#later.schedule();
  }

  async #lintChange(changes: readonly vscode.TextDocumentContentChangeEvent[]): Promise<void> {
    const { version } = this.#document;
    const linted = await this.#text.change(changes.map(textChange));
    if (linted !== null) this.#take(version, linted);
  }

  async #lintInBackground(): Promise<void> {
    const { version, uri } = this.#document;
    const linted = await this.#text.lintInBackground(lintSettings(uri));
    if (linted !== null) this.#take(version, linted);
  }

  #take(version: number, linted: LintedFile): void {
    if (!this.#isAt(version)) return;
    this.#found = { uri: this.#document.uri, version, linted: joinFindings(linted, this.#ofDisk) };
    this.#onLinted();
  }

  #isAt(version: number): boolean {
    return !this.#isDisposed && !this.#document.isClosed && this.#document.version === version;
  }

  #try(work: Promise<void>): void {
    void work.catch(this.#onError);
  }
}

function textChange({ range, text }: vscode.TextDocumentContentChangeEvent): TextChange {
  return { from: place(range.start), to: place(range.end), text };
}

function place({ line, character }: vscode.Position): TextChange['from'] {
  return { line, character };
}
