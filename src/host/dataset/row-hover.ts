import * as vscode from 'vscode';
import { rowLabelHover } from '../../core/dataset/row/row-label.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { renderedExcerpt } from '../../core/template/rendered-excerpt.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';
import { displayLanguage } from '../kit/settings.ts';
import { datasetSelector, isDataset, type DatasetDocuments } from './dataset-documents.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { chooseTemplateLink, previewRowLink, renderedRowLinks, rowLinkCommands } from './row-links.ts';
import { rowOf } from './row-place.ts';
import type { EditorRow, RowOutcome, RowRenderings } from './row-renderings.ts';

const MOST_LINES = 20;
/** A hover wraps at about half of it: a line of data takes two lines at most. */
const WIDTH = 160;

/** Hovering over a row shows what the model sees of it: numbers, the first rendered lines, and links to the rest. */
export class RowHover implements vscode.HoverProvider, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #documents: DatasetDocuments;
  readonly #renderings: RowRenderings;
  readonly #onError: (error: unknown) => void;

  constructor(documents: DatasetDocuments, renderings: RowRenderings, onError: (error: unknown) => void) {
    this.#documents = documents;
    this.#renderings = renderings;
    this.#onError = onError;
    this.#store.add(vscode.languages.registerHoverProvider(datasetSelector, this));
  }

  async provideHover(
    document: vscode.TextDocument,
    { line }: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | null> {
    const row = isDataset(document) ? rowOf(document, line) : null;
    if (row === null) return null;
    const outcome = await this.#render(row, token);
    if (outcome === null || token.isCancellationRequested || line >= document.lineCount) return null;
    const content = hoverContent(row, this.#numbers(row, outcome), outcome, displayLanguage());
    return new vscode.Hover(content, document.lineAt(line).range);
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Null where the mouse has moved on. */
  async #render(row: EditorRow, token: vscode.CancellationToken): Promise<RowOutcome | null> {
    const movedOn = new AbortController();
    const subscription = token.onCancellationRequested(() => movedOn.abort());
    try {
      return await this.#renderings.render(row, movedOn.signal);
    } catch (error) {
      if (!movedOn.signal.aborted) this.#onError(error);
      return null;
    } finally {
      subscription.dispose();
    }
  }

  /** What is known of the row in numbers: its turns, and its tokens where they are counted. */
  #numbers({ dataset, row }: EditorRow, outcome: RowOutcome): string | null {
    const { summaries = [] } = this.#documents.get(dataset)?.linted ?? {};
    const summary = summaries.find(({ line }) => line === row);
    if (summary === undefined || summary.turns === null) return null;
    return rowLabelHover(summary, outcome.kind === 'rendered' ? outcome.tokens : null, displayLanguage());
  }
}

/** Text of the row stands in a code block or is escaped: only our own links are commands. */
function hoverContent(
  row: EditorRow,
  numbers: string | null,
  outcome: RowOutcome,
  language: Language,
): vscode.MarkdownString {
  const content = new vscode.MarkdownString();
  content.isTrusted = { enabledCommands: [...rowLinkCommands] };
  const facts = numbers === null ? [] : [numbers];
  switch (outcome.kind) {
    case 'rendered': {
      const { text, lines, cut } = renderedExcerpt(outcome.text, MOST_LINES, WIDTH);
      const shown = Math.min(lines, MOST_LINES);
      if (cut && lines > shown)
        facts.push(formatMessage({ id: 'inline.lines', args: { shown, lines } }, language));
      content.appendText(facts.join(' · '));
      content.appendCodeblock(text, 'chat-text');
      content.appendMarkdown(`\n\n${renderedRowLinks(row, language)}`);
      return content;
    }
    case 'refused':
      content.appendText([...facts, refusalSentence(outcome.error, language)].join(' · '));
      content.appendMarkdown(`\n\n${previewRowLink(row, language)}`);
      return content;
    case 'none':
      content.appendText([...facts, formatMessage(outcome.message, language)].join(' · '));
      if (outcome.choose) content.appendMarkdown(`\n\n${chooseTemplateLink(language)}`);
      return content;
  }
}
