import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { debounce } from '../kit/debounce.ts';
import { displayLanguage } from '../kit/settings.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { rowAt, rowLink, type RowPlace } from './row-place.ts';
import type { RowRenderings } from './row-renderings.ts';

const SCHEME = 'tuning-fork-rendered';
const QUIET_MS = 150;

/** The read-only document that holds the whole rendering of a row; its language is that of rendered conversations. */
export function renderedRowUri({ dataset, line }: RowPlace): vscode.Uri {
  const title = formatMessage({ id: 'dataset.related-row', args: { row: line + 1 } }, displayLanguage());
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `${dataset.path}/${title}.chat-text`,
    query: JSON.stringify({ dataset: dataset.toString(), line }),
  });
}

/** Renders the documents of rows, and renders the open ones again when their dataset or their template changes. */
export class RenderedRowDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #renderings: RowRenderings;
  readonly #changedDatasets = new Set<string>();

  constructor(renderings: RowRenderings) {
    this.#renderings = renderings;
    const { workspace } = vscode;
    const refresh = this.#store.add(debounce(QUIET_MS, () => this.#refresh()));
    this.#store.add(workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === SCHEME) return;
        this.#changedDatasets.add(document.uri.toString());
        refresh.schedule();
      }),
    );
    this.#store.add(
      renderings.onDidChangeTemplate(() => {
        for (const { place } of openRows()) this.#changedDatasets.add(place.dataset.toString());
        refresh.schedule();
      }),
    );
  }

  /** The rendered text, or the sentence that says why there is none. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const place = placeIn(uri);
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

  #refresh(): void {
    for (const { uri, place } of openRows()) {
      if (this.#changedDatasets.has(place.dataset.toString())) this.#changed.fire(uri);
    }
    this.#changedDatasets.clear();
  }
}

interface OpenRow {
  readonly uri: vscode.Uri;
  readonly place: RowPlace;
}

function openRows(): OpenRow[] {
  return vscode.workspace.textDocuments.flatMap(({ uri }) => {
    const place = uri.scheme === SCHEME ? placeIn(uri) : null;
    return place === null ? [] : [{ uri, place }];
  });
}

function placeIn({ query }: vscode.Uri): RowPlace | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), rowLink), query);
  if (!parsed.success) return null;
  return { dataset: vscode.Uri.parse(parsed.output.dataset), line: parsed.output.line };
}
