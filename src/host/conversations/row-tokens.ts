import type * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { isDataset } from '../dataset/dataset-documents.ts';
import type { RowTokenCounts } from '../dataset/row-token-counts.ts';
import { debounce } from '../kit/debounce.ts';
import type { ShownFile } from './shown-file.ts';

export interface TokenSources {
  readonly tokenCounts: RowTokenCounts;
}

const QUIET_MS = 150;

/** Tokens of the rows of one screen, where they can be counted: in documents of which each line is a row. */
export class RowTokens implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  /** Fires when more counts are known. */
  readonly onDidChange = this.#changed.event;
  readonly #document: vscode.TextDocument | null;
  readonly #counts: RowTokenCounts;

  constructor({ source }: ShownFile, { tokenCounts }: TokenSources) {
    this.#counts = tokenCounts;
    const document = source.kind === 'document' ? source.document : null;
    this.#document = document !== null && isDataset(document) ? document : null;
    const news = this.#store.add(debounce(QUIET_MS, () => this.#changed.fire()));
    this.#store.add(
      tokenCounts.onDidChange((uri) => {
        if (uri.toString() === this.#document?.uri.toString()) news.schedule();
      }),
    );
  }

  /** The counts of rows by their numbers, null where none is known; what is not known is counted in the background. */
  of(numbers: readonly number[]): (number | null)[] {
    const document = this.#document;
    if (document === null) return numbers.map(() => null);
    const lines = numbers
      .map((number) => number - 1)
      .filter((line) => line >= 0 && line < document.lineCount);
    this.#counts.request(document, lines);
    return numbers.map((number) => this.#countOf(document, number - 1));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #countOf(document: vscode.TextDocument, line: number): number | null {
    if (line < 0 || line >= document.lineCount) return null;
    return this.#counts.get(document.uri, document.lineAt(line).text) ?? null;
  }
}
