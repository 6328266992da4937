import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../../core/protocol/channel.ts';
import {
  reportHostCalls,
  reportPageCalls,
  type ReportUpdate,
} from '../../../core/protocol/report-contract.ts';
import { answering } from '../../kit/panel-answers.ts';
import { PanelChannel } from '../../kit/panel-channel.ts';
import { ReportScreen, type ReportParts } from './report-screen.ts';

export const reportPanelType = 'tuningFork.report';

interface ReportPanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly extension: vscode.Uri;
  readonly parts: ReportParts;
}

/** The panel of a report. The page asks for the whole of it whenever it is drawn anew; closing the panel ends the reading. */
export class ReportPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelChannel<typeof reportHostCalls, typeof reportPageCalls>;
  readonly #screen: ReportScreen;
  readonly #onError: (error: unknown) => void;

  constructor(
    { panel, extension, parts }: ReportPanelParts,
    uri: vscode.Uri,
    onError: (error: unknown) => void,
  ) {
    this.#panel = panel;
    this.#onError = onError;
    this.#page = this.#store.add(
      new PanelChannel({
        panel,
        extension,
        bundle: 'report',
        hostCalls: reportHostCalls,
        pageCalls: reportPageCalls,
        handlers: this.#handlers(),
      }),
    );
    this.#store.add(panel.onDidDispose(() => this.#store.dispose()));
    this.#screen = this.#store.add(new ReportScreen(uri, parts, this, onError));
    panel.title = vscode.l10n.t('Report: {0}', path.basename(uri.fsPath));
    panel.iconPath = new vscode.ThemeIcon('graph');
    void this.#screen.build().catch(onError);
  }

  get key(): string {
    return this.#screen.key;
  }

  /** The column that the panel stands in. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  onDidDispose(listener: () => void): void {
    this.#store.add(toDisposable(listener));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  redraw(): void {
    if (this.#page.listening) void this.#page.tell('show', this.#screen.view());
  }

  update(update: ReportUpdate): void {
    void this.#page.tell('update', update);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #handlers(): Handlers<typeof reportHostCalls> {
    const told = answering(this.#onError);
    return {
      ready: () => {
        this.#page.listens();
        return this.#screen.view();
      },
      build: () => {
        // Answered at once: the page hears of the rest by itself.
        void this.#screen.build().catch(this.#onError);
        return undefined;
      },
      cancel: () => {
        this.#screen.cancel();
        return undefined;
      },
      cancelCounting: () => {
        this.#screen.cancelCounting();
        return undefined;
      },
      chooseRecipe: () => told(this.#screen.chooseRecipe()),
      openRow: ({ row, focus }) => told(this.#screen.openRow(row, focus)),
      openFile: () => told(this.#screen.openFile()),
      exportPage: () => told(this.#screen.exportPage()),
    };
  }
}
