import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { debounce } from '../kit/debounce.ts';
import { displayLanguage } from '../kit/settings.ts';
import { movedLine } from '../../core/dataset/findings/moved-line.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { rowAt, rowLink, type RowPlace } from './row-place.ts';
import type { RowRenderings } from './row-renderings.ts';

const SCHEME = 'tuning-fork-rendered';
const QUIET_MS = 150;

/** Renders the documents of rows, and renders the open ones again when their dataset or their template changes. */
export class RenderedRowDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #renderings: RowRenderings;
  readonly #refresh = this.#store.add(debounce(QUIET_MS, () => this.#renderStale()));
  /** Where the row of an open document stands now: lines are put in above it and taken away. */
  readonly #places = new Map<string, RowPlace>();
  readonly #stale = new Set<string>();
  #opened = 0;

  constructor(renderings: RowRenderings) {
    this.#renderings = renderings;
    const { workspace } = vscode;
    this.#store.add(workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.#store.add(workspace.onDidChangeTextDocument((event) => this.#follow(event)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#places.delete(uri.toString())));
    this.#store.add(
      renderings.onDidChangeTemplate(() => {
        for (const uri of openDocuments()) this.#stale.add(uri.toString());
        this.#refresh.schedule();
      }),
    );
  }

  /** A read-only document that holds the whole rendering of a row; its language is that of rendered conversations. */
  open(place: RowPlace): vscode.Uri {
    const { dataset, line } = place;
    const title = formatMessage({ id: 'dataset.related-row', args: { row: line + 1 } }, displayLanguage());
    this.#opened += 1;
    const uri = vscode.Uri.from({
      scheme: SCHEME,
      path: `${dataset.path}/${title}.chat-text`,
      query: JSON.stringify({ dataset: dataset.toString(), line, opened: this.#opened }),
    });
    this.#places.set(uri.toString(), place);
    return uri;
  }

  /** The rendered text, or the sentence that says why there is none. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const place = this.#placeOf(uri);
    if (place === null) return '';
    const closed = new AbortController();
    const subscription = token.onCancellationRequested(() => closed.abort());
    try {
      const outcome = await this.#renderings.render(await rowAt(place), closed.signal);
      switch (outcome.kind) {
        case 'rendered':
          return outcome.text;
        case 'refused':
          return refusalSentence(outcome.error, displayLanguage());
        case 'none':
          return formatMessage(outcome.message, displayLanguage());
        default:
          return unreachable(outcome);
      }
    } finally {
      subscription.dispose();
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document.uri.scheme === SCHEME) return;
    const changed = document.uri.toString();
    for (const uri of openDocuments()) {
      const place = this.#placeOf(uri);
      if (place === null || place.dataset.toString() !== changed) continue;
      this.#places.set(uri.toString(), { ...place, line: movedLine(place.line, contentChanges) });
      this.#stale.add(uri.toString());
    }
    if (this.#stale.size > 0) this.#refresh.schedule();
  }

  /** A window that was reloaded knows of a document only what its name says. */
  #placeOf(uri: vscode.Uri): RowPlace | null {
    return this.#places.get(uri.toString()) ?? placeIn(uri);
  }

  #renderStale(): void {
    for (const uri of openDocuments()) {
      if (this.#stale.has(uri.toString())) this.#changed.fire(uri);
    }
    this.#stale.clear();
  }
}

function openDocuments(): vscode.Uri[] {
  return vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === SCHEME);
}

function placeIn({ query }: vscode.Uri): RowPlace | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), rowLink), query);
  if (!parsed.success) return null;
  return { dataset: vscode.Uri.parse(parsed.output.dataset), line: parsed.output.line };
}
