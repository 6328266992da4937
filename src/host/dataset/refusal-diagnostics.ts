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

/** Refusals of the rows in view of one document by the text of a row: an edited row is another text, so none is ever stale. */
type Refusals = ReadonlyMap<string, FoundRefusal | null>;

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
  readonly #looking = new Set<vscode.TextDocument>();
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
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => isDataset(document));
    for (const [document, views] of Map.groupBy(editors, (editor) => editor.document)) {
      if (this.#looking.has(document)) this.#look.schedule();
      else void this.#lookOnce(document, views);
    }
  }

  /** One look at a document at a time: scrolling must not pile up work. */
  async #lookOnce(document: vscode.TextDocument, views: readonly vscode.TextEditor[]): Promise<void> {
    this.#looking.add(document);
    try {
      await this.#lookAt(document, views);
    } catch (error) {
      // What fails because the extension ends is no failure.
      if (!this.#store.disposed) this.#onError(error);
    } finally {
      this.#looking.delete(document);
    }
  }

  async #lookAt(document: vscode.TextDocument, views: readonly vscode.TextEditor[]): Promise<void> {
    const rows = rowsNearViews(document, views);
    const generation = this.#generation;
    const refusals = await this.#refusalsOf(document, rows);
    if (generation !== this.#generation || document.isClosed || this.#store.disposed) return;
    this.#refusals.set(document.uri.toString(), refusals);
    this.#show(document, rows, refusals);
  }

  async #refusalsOf(document: vscode.TextDocument, rows: readonly EditorRow[]): Promise<Refusals> {
    const known = this.#refusals.get(document.uri.toString());
    const unknown = rows.filter(({ text }) => known?.has(text) !== true);
    const found = unknown.length === 0 ? [] : await this.#renderings.findRefusals(unknown);
    const answers = new Map(unknown.map(({ text }, index) => [text, found[index] ?? null]));
    return new Map(rows.map(({ text }) => [text, answers.get(text) ?? known?.get(text) ?? null]));
  }

  /** Rows that were edited while they were asked about have another text now, and are looked at again. */
  #show(document: vscode.TextDocument, rows: readonly EditorRow[], known: Refusals): void {
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

  /** What is in view keeps its squiggles until it was looked at again: they would flicker with each key typed into a template. */
  #forgetAll(): void {
    this.#generation += 1;
    this.#refusals.clear();
    const inView = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    for (const key of this.#shown.keys()) {
      if (!inView.has(key)) this.#forget(vscode.Uri.parse(key));
    }
    this.#look.schedule();
  }
}

function rowsNearViews(document: vscode.TextDocument, views: readonly vscode.TextEditor[]): EditorRow[] {
  const lines = new Set(views.flatMap((view) => linesNearView(document, view)));
  const rows: EditorRow[] = [];
  let characters = 0;
  for (const line of lines) {
    const row = rowOf(document, line);
    if (row === null) continue;
    rows.push(row);
    characters += row.text.length;
    if (characters > MOST_CHARACTERS) break;
  }
  return rows;
}

/** The lines in view, then those around them. */
function linesNearView(document: vscode.TextDocument, { visibleRanges }: vscode.TextEditor): number[] {
  const first = visibleRanges[0]?.start.line ?? 0;
  const last = visibleRanges.at(-1)?.end.line ?? 0;
  const nearest = [
    ...lines(first, last),
    ...lines(last + 1, last + MARGIN),
    ...lines(first - MARGIN, first - 1),
  ];
  return nearest.filter((line) => line >= 0 && line < document.lineCount);
}

function lines(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
