import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { conversationsWords } from '../../core/conversations/messages.ts';
import { everyRow, isEveryRow } from '../../core/conversations/row-filter.ts';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import {
  conversationsHostCalls,
  conversationsPageCalls,
  type ConversationRow,
  type ConversationsPanelView,
  type ConversationsWish,
  type EditResult,
  type FileState,
} from '../../core/protocol/conversations-contract.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { RowsClient, RowsHandle } from '../../node/conversations/rows-client.ts';
import { StateNews } from '../../node/conversations/state-news.ts';
import { answering, viewOrFailure } from '../kit/panel-answers.ts';
import { PanelChannel } from '../kit/panel-channel.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import { editString } from './edit-string.ts';
import { FileFindings, type FindingSources } from './file-findings.ts';
import { RowTokens, type TokenSources } from './row-tokens.ts';
import { ShownFile, type FileSource } from './shown-file.ts';

addSentences(conversationsWords);

/** What all screens of conversations share. */
export interface ConversationsParts extends FindingSources, TokenSources {
  readonly extension: vscode.Uri;
  readonly rows: RowsClient;
  readonly onError: (error: unknown) => void;
}

/** How often the page hears how far a file is read. */
const NEWS_MS = 100;
/** Rows with findings that are tried for being shown. */
const MOST_TRIED = 2_000;

/** One file on one screen. The page asks for rows as it scrolls; it never holds the file. */
export class ConversationsPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #file: ShownFile;
  readonly #findings: FileFindings;
  readonly #tokens: RowTokens;
  readonly #page: PanelChannel<typeof conversationsHostCalls, typeof conversationsPageCalls>;
  readonly #onError: (error: unknown) => void;
  #wish: ConversationsWish = { ...everyRow, rule: null };
  /** The line of the text editor (1-based) whose row is to be shown when the page is there. */
  #line: number | null = null;
  readonly #news = new StateNews<FileState>({
    state: async () => this.#state(await this.#file.rows()),
    isSettled,
    tell: (state) => this.#page.tell('update', state),
    isGone: () => !this.#page.listening || this.#store.disposed,
    everyMs: NEWS_MS,
  });

  constructor(panel: vscode.WebviewPanel, source: FileSource, parts: ConversationsParts) {
    this.#onError = parts.onError;
    this.#file = this.#store.add(new ShownFile(source, parts.rows));
    this.#findings = this.#store.add(new FileFindings(this.#file, parts, parts.onError));
    this.#tokens = this.#store.add(new RowTokens(this.#file, parts));
    this.#page = this.#store.add(
      new PanelChannel({
        panel,
        extension: parts.extension,
        bundle: 'conversations',
        hostCalls: conversationsHostCalls,
        pageCalls: conversationsPageCalls,
        handlers: this.#handlers(),
      }),
    );
    this.#store.add(this.#file.onDidChange(() => this.#told(this.#fileChanged())));
    this.#store.add(this.#findings.onDidChange(() => this.#told(this.#found())));
    this.#store.add(this.#tokens.onDidChange(() => this.#told(this.#page.tell('changed', undefined))));
    this.#store.add(onSettingsChanged(() => this.#told(this.#redraw())));
    this.#store.add(panel.onDidDispose(() => this.#store.dispose()));
  }

  get uri(): vscode.Uri {
    return this.#file.uri;
  }

  /** Goes to the row that a line of the file (1-based) belongs to. */
  showLine(line: number): void {
    this.#line = line;
    if (this.#page.listening) this.#told(this.#goToLine());
  }

  dispose(): void {
    this.#store.dispose();
  }

  #told(work: Promise<unknown>): void {
    void work.catch((error: unknown) => {
      if (!this.#store.disposed) this.#onError(error);
    });
  }

  async #redraw(): Promise<void> {
    if (this.#page.listening) await this.#page.tell('show', await viewOrFailure(this.#view()));
  }

  async #view(): Promise<ConversationsPanelView> {
    const rows = await this.#file.rows();
    await this.#filter(rows);
    const state = await this.#state(rows);
    this.#tellNews(state);
    const goTo = await this.#takeLine(rows);
    const { name, source, hasLines } = this.#file;
    const isEditable = source.kind === 'document';
    return { kind: 'rows', language: displayLanguage(), name, isEditable, hasLines, state, goTo };
  }

  async #state(rows: RowsHandle): Promise<FileState> {
    return { ...(await rows.call('rowsState', {})), found: this.#findings.found };
  }

  async #filter(rows: RowsHandle): Promise<void> {
    const { rule, ...filter } = this.#wish;
    const isNone = rule === null && isEveryRow(filter);
    const found = rule === null ? null : this.#findings.rowsOf(rule);
    this.#news.changes();
    await rows.call('filterRows', { filter: isNone ? null : { ...filter, rows: found } });
  }

  /** Says how far the file and its filter are looked at, until all of it is. */
  #tellNews(state: FileState): void {
    this.#told(this.#news.follow(state));
  }

  async #fileChanged(): Promise<void> {
    if (!this.#page.listening) return;
    if (this.#file.source.kind === 'disk') return this.#redraw();
    await this.#page.tell('changed', undefined);
    await this.#tellState();
  }

  /** Rows of a rule are others by now; every row may have findings that are new or gone. */
  async #found(): Promise<void> {
    if (!this.#page.listening) return;
    const rows = await this.#file.rows();
    if (this.#wish.rule !== null) await this.#filter(rows);
    await this.#page.tell('changed', undefined);
    await this.#tellState();
  }

  async #tellState(): Promise<void> {
    const state = await this.#state(await this.#file.rows());
    await this.#page.tell('update', state);
    this.#tellNews(state);
  }

  async #goToLine(): Promise<void> {
    const row = await this.#takeLine(await this.#file.rows());
    if (row !== null) await this.#page.tell('goTo', { row });
  }

  async #takeLine(rows: RowsHandle): Promise<number | null> {
    const line = this.#line;
    this.#line = null;
    return line === null ? null : rows.call('rowAtLine', { line });
  }

  #handlers(): Handlers<typeof conversationsHostCalls> {
    const told = answering(this.#onError);
    return {
      ready: ({ wish }) => {
        this.#wish = wish;
        this.#page.listens();
        return viewOrFailure(this.#view());
      },
      readRows: ({ from, count }) => this.#read(from, count),
      wish: async (wish) => {
        this.#wish = wish;
        const rows = await this.#file.rows();
        await this.#filter(rows);
        const state = await this.#state(rows);
        this.#tellNews(state);
        return state;
      },
      positionOf: ({ row }) => this.#positionOf(row),
      nextFinding: ({ row, by }) => this.#nextFinding(row, by),
      readString: async (arg) => (await this.#file.rows()).call('readString', arg),
      edit: (arg) => this.#edit(arg),
      openText: ({ row }) => told(this.#openText(row)),
    };
  }

  async #read(from: number, count: number): Promise<ConversationRow[]> {
    const rows = await (await this.#file.rows()).call('readRows', { from, count });
    const tokens = this.#tokens.of(rows.map(({ number }) => number));
    return rows.map((row, n) => ({ ...row, ...this.#findings.of(row.number), tokens: tokens[n] ?? null }));
  }

  async #positionOf(row: number): Promise<number | null> {
    for (;;) {
      const rows = await this.#file.rows();
      const state = await rows.call('rowsState', {});
      const position = await rows.call('positionOfRow', { row });
      const isKnown = state.filter?.isComplete ?? state.isComplete;
      if (position !== null || isKnown || this.#store.disposed || !this.#page.listening) return position;
      await pause(NEWS_MS);
    }
  }

  async #nextFinding(from: number, by: 1 | -1): Promise<number | null> {
    const rows = await this.#file.rows();
    let tried = 0;
    for (const row of this.#findings.beyond(from, by)) {
      if ((await rows.call('positionOfRow', { row })) !== null) return row;
      tried += 1;
      if (tried === MOST_TRIED) break;
    }
    return null;
  }

  async #edit(edit: Parameters<typeof editString>[2]): Promise<EditResult> {
    const { source } = this.#file;
    if (source.kind === 'document') return editString(source.document, await this.#file.rows(), edit);
    const sentence = formatMessage({ id: 'conversations.edit.read-only' }, displayLanguage());
    return { kind: 'refused', sentence };
  }

  async #openText(row: number): Promise<void> {
    const place = await (await this.#file.rows()).call('placeOfRow', { row });
    const at = place === null ? 0 : place.line - 1;
    const start = new vscode.Position(at, place === null ? 0 : place.column - 1);
    // VS Code gives no document of a large file, but shows it all the same.
    const options: vscode.TextDocumentShowOptions = {
      selection: new vscode.Range(start, start),
      preview: true,
    };
    await vscode.commands.executeCommand('vscode.openWith', this.#file.uri, 'default', options);
  }
}

function isSettled({ isComplete, filter, choices }: FileState): boolean {
  return isComplete && choices !== null && (filter === null || filter.isComplete);
}
