import * as vscode from 'vscode';
import type { RowSummary, Severity } from '../../core/dataset/findings/finding.ts';
import { firstFrom } from '../../core/dataset/comparing/first-from.ts';
import { rowLabel, rowLabelWidth } from '../../core/dataset/row/row-label.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { displayLanguage, onSettingsChanged, rowLabelsShown } from '../kit/settings.ts';
import { isDataset, type DatasetDocuments } from './dataset-documents.ts';
import type { RowTokenCounts } from './row-token-counts.ts';

type TroubleColors = Readonly<Record<Severity, vscode.ThemeColor>>;

const quietColor = new vscode.ThemeColor('tuningFork.rowLabelForeground');
/** Colours for words: the squiggles' own yellow fails on white. */
const troubleColors: TroubleColors = {
  error: new vscode.ThemeColor('list.errorForeground'),
  warning: new vscode.ThemeColor('list.warningForeground'),
  info: quietColor,
};
/** High contrast themes leave the colours of lists undefined, and a label without a colour is not drawn. */
const highContrastColors: TroubleColors = {
  error: new vscode.ThemeColor('editorError.foreground'),
  warning: new vscode.ThemeColor('editorWarning.foreground'),
  info: quietColor,
};

/**
 * The label in front of each row in view, as a before-decoration of fixed width (a CodeLens per row freezes the window). Only the
 * rows in view and a screen around them are decorated, so the cost does not grow with the file.
 */
export class RowLabels implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #type = this.#store.add(
    vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen,
    }),
  );
  readonly #documents: DatasetDocuments;
  readonly #tokens: RowTokenCounts;

  constructor(documents: DatasetDocuments, tokens: RowTokenCounts) {
    this.#documents = documents;
    this.#tokens = tokens;
    this.#store.add(tokens.onDidChange(() => this.#drawAll()));
    this.#store.add(documents.onDidChange(() => this.#drawAll()));
    this.#store.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#drawAll()));
    this.#store.add(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#draw(textEditor)),
    );
    this.#store.add(onSettingsChanged(() => this.#drawAll()));
    this.#store.add(vscode.window.onDidChangeActiveColorTheme(() => this.#drawAll()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
  }

  #draw(editor: vscode.TextEditor): void {
    if (!isDataset(editor.document)) return;
    const { document } = editor;
    const summaries = this.#documents.get(document.uri)?.linted.summaries;
    if (summaries === undefined || !rowLabelsShown(document.uri)) {
      editor.setDecorations(this.#type, []);
      return;
    }
    // An edit may have shortened the document since it was linted.
    const inView = rowsInView(editor, summaries).filter(({ line }) => line <= document.lineCount);
    editor.setDecorations(this.#type, labels(document, inView, this.#tokens));
    this.#tokens.request(
      document,
      inView.filter(({ turns }) => turns !== null).map(({ line }) => line - 1),
    );
  }
}

function labels(
  document: vscode.TextDocument,
  summaries: readonly RowSummary[],
  tokens: RowTokenCounts,
): vscode.DecorationOptions[] {
  const language = displayLanguage();
  const colors = colorsOf(vscode.window.activeColorTheme.kind);
  const counted = tokens.isCounted(document.uri);
  const width = `${counted ? rowLabelWidth.tokens : rowLabelWidth.turns}ch`;
  return summaries.map((summary) => {
    const line = summary.line - 1;
    const color = summary.worst === null ? quietColor : colors[summary.worst];
    const count = counted ? (tokens.get(document.uri, document.lineAt(line).text) ?? null) : undefined;
    const before = { contentText: rowLabel(summary, count, language), color, width, margin: '0 1.5ch 0 0' };
    return { range: new vscode.Range(line, 0, line, 0), renderOptions: { before } };
  });
}

function rowsInView(editor: vscode.TextEditor, summaries: readonly RowSummary[]): RowSummary[] {
  const first = editor.visibleRanges[0]?.start.line ?? 0;
  const last = editor.visibleRanges.at(-1)?.end.line ?? 0;
  const margin = Math.max(30, last - first);
  return rowsBetween(summaries, first - margin, last + margin);
}

function colorsOf(kind: vscode.ColorThemeKind): TroubleColors {
  switch (kind) {
    case vscode.ColorThemeKind.HighContrast:
    case vscode.ColorThemeKind.HighContrastLight:
      return highContrastColors;
    case vscode.ColorThemeKind.Light:
    case vscode.ColorThemeKind.Dark:
      return troubleColors;
    default:
      return unreachable(kind);
  }
}

/** Summaries stand in order of their lines: a binary search finds the first one in view. */
function rowsBetween(summaries: readonly RowSummary[], firstLine: number, lastLine: number): RowSummary[] {
  const first = firstFrom(summaries.length, (n) => (summaries[n]?.line ?? 0) - 1 >= firstLine);
  const found: RowSummary[] = [];
  for (let index = first; index < summaries.length; index++) {
    const summary = summaries[index];
    if (summary === undefined || summary.line - 1 > lastLine) break;
    found.push(summary);
  }
  return found;
}
