import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { debounce, type Debounced } from '../kit/debounce.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import { isDataset } from './dataset-documents.ts';
import { rowDiagnostic, templateDiagnostics, type RefusedRow } from './refusal-diagnostic.ts';
import { rowOf } from './row-place.ts';
import type { EditorRow, FoundRefusal, RowRenderings } from './row-renderings.ts';

const QUIET_MS = 300;
/** Rows around those in view, as far as their labels go. */
const MARGIN = 30;
/** What one look at a dataset renders at most: huge rows are looked at a few at a time. */
const MOST_CHARACTERS = 4_000_000;

/** Refusals of one document by the text of a row: an edited row is another text, so a refusal is never stale. */
type Refusals = Map<string, FoundRefusal | null>;

/**
 * Squiggles where the template in use refuses a row: on the message that caused it, and on the template's line. Only rows that
 * somebody looks at are tried, in the worker, so the work does not grow with the file.
 */
export class RefusalDiagnostics implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #rows = this.#store.add(vscode.languages.createDiagnosticCollection('tuning-fork-refusals'));
  readonly #templates = this.#store.add(
    vscode.languages.createDiagnosticCollection('tuning-fork-template-refusals'),
  );
  readonly #refusals = new Map<string, Refusals>();
  /** What stands in the collections now, by dataset. */
  readonly #shown = new Map<string, RefusedRow[]>();
  readonly #renderings: RowRenderings;
  readonly #onError: (error: unknown) => void;
  readonly #look: Debounced;
  /** Grows whenever all refusals are forgotten: what was asked before that is out of date. */
  #generation = 0;

  constructor(renderings: RowRenderings, onError: (error: unknown) => void) {
    this.#renderings = renderings;
    this.#onError = onError;
    this.#look = this.#store.add(debounce(QUIET_MS, () => this.#lookAtAll()));
    const { window, workspace } = vscode;
    this.#store.add(renderings.onDidChangeTemplate(() => this.#forgetAll()));
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.#look.schedule()));
    this.#store.add(window.onDidChangeTextEditorVisibleRanges(() => this.#look.schedule()));
    this.#store.add(workspace.onDidChangeTextDocument(() => this.#look.schedule()));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)));
    this.#store.add(onSettingsChanged(() => this.#look.schedule()));
    this.#look.schedule();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #lookAtAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (isDataset(editor.document)) void this.#lookAt(editor).catch((error) => this.#report(error));
    }
  }

  async #lookAt(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const rows = rowsNearView(editor);
    const known = this.#refusalsOf(document.uri);
    const unknown = rows.filter(({ text }) => !known.has(text));
    if (unknown.length > 0) {
      const generation = this.#generation;
      const found = await this.#renderings.findRefusals(unknown);
      if (generation !== this.#generation || document.isClosed || this.#store.disposed) return;
      for (const [index, { text }] of unknown.entries()) known.set(text, found[index] ?? null);
    }
    this.#show(document, rows);
  }

  /** What fails because the extension ends is no failure. */
  #report(error: unknown): void {
    if (!this.#store.disposed) this.#onError(error);
  }

  #refusalsOf(uri: vscode.Uri): Refusals {
    const key = uri.toString();
    const refusals: Refusals = this.#refusals.get(key) ?? new Map<string, FoundRefusal | null>();
    this.#refusals.set(key, refusals);
    return refusals;
  }

  /** Rows that were edited while they were asked about have another text now, and are looked at again. */
  #show(document: vscode.TextDocument, rows: readonly EditorRow[]): void {
    const known = this.#refusalsOf(document.uri);
    const refused = rows.flatMap((row): RefusedRow[] => {
      const found = known.get(row.text) ?? null;
      const isThere = row.row <= document.lineCount && document.lineAt(row.row - 1).text === row.text;
      return found === null || !isThere ? [] : [{ row, ...found }];
    });
    const language = displayLanguage();
    this.#rows.set(
      document.uri,
      refused.map((each) => rowDiagnostic(each, language)),
    );
    this.#shown.set(document.uri.toString(), refused);
    this.#showTemplates();
  }

  #showTemplates(): void {
    this.#templates.clear();
    const refused = [...this.#shown.values()].flat();
    for (const [uri, diagnostics] of templateDiagnostics(refused, displayLanguage())) {
      this.#templates.set(uri, diagnostics);
    }
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#refusals.delete(key);
    this.#rows.delete(uri);
    if (this.#shown.delete(key)) this.#showTemplates();
  }

  #forgetAll(): void {
    this.#generation += 1;
    this.#refusals.clear();
    this.#shown.clear();
    this.#rows.clear();
    this.#templates.clear();
    this.#look.schedule();
  }
}

function rowsNearView({ document, visibleRanges }: vscode.TextEditor): EditorRow[] {
  const first = Math.max(0, (visibleRanges[0]?.start.line ?? 0) - MARGIN);
  const last = Math.min(document.lineCount - 1, (visibleRanges.at(-1)?.end.line ?? 0) + MARGIN);
  const rows: EditorRow[] = [];
  let characters = 0;
  for (let line = first; line <= last && characters < MOST_CHARACTERS; line++) {
    const row = rowOf(document, line);
    if (row === null) continue;
    characters += row.text.length;
    rows.push(row);
  }
  return rows;
}
