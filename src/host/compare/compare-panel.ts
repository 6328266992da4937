import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import {
  compareHostCalls,
  comparePageCalls,
  type ComparePanelView,
  type ComparisonUpdate,
} from '../../core/protocol/compare-contract.ts';
import { answering, viewOrFailure } from '../kit/panel-answers.ts';
import { PanelChannel } from '../kit/panel-channel.ts';
import type { CompareScreen } from './compare-screen.ts';

export const comparePanelType = 'tuningFork.compare';

/** What a comparison may ask of the panel that shows it. */
export interface ComparisonPanel {
  /** Shows the comparison anew. */
  redraw(): void;
  update(update: ComparisonUpdate): void;
}

/** The panel of a comparison. The page asks for the whole of it whenever it is drawn anew; closing the panel ends the comparing. */
export class ComparePanel implements Disposable, ComparisonPanel {
  readonly #store = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelChannel<typeof compareHostCalls, typeof comparePageCalls>;
  readonly #screen: CompareScreen;
  readonly #onError: (error: unknown) => void;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    makeScreen: (panel: ComparisonPanel) => CompareScreen,
    onError: (error: unknown) => void,
  ) {
    this.#panel = panel;
    this.#onError = onError;
    this.#page = this.#store.add(
      new PanelChannel({
        panel,
        extension,
        bundle: 'compare',
        hostCalls: compareHostCalls,
        pageCalls: comparePageCalls,
        handlers: this.#handlers(),
      }),
    );
    this.#store.add(panel.onDidDispose(() => this.#store.dispose()));
    this.#screen = this.#store.add(makeScreen(this));
    panel.title = vscode.l10n.t('Compare: {0}', this.#screen.name);
    panel.iconPath = new vscode.ThemeIcon('git-compare');
  }

  get key(): string {
    return this.#screen.key;
  }

  onDidDispose(listener: () => void): void {
    this.#store.add(toDisposable(listener));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  redraw(): void {
    void this.#redraw().catch(this.#onError);
  }

  update(update: ComparisonUpdate): void {
    void this.#page.tell('update', update);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #redraw(): Promise<void> {
    if (this.#page.listening) await this.#page.tell('show', await this.#view());
  }

  #view(): Promise<ComparePanelView> {
    return viewOrFailure(this.#screen.view());
  }

  #handlers(): Handlers<typeof compareHostCalls> {
    const told = answering(this.#onError);
    return {
      ready: () => {
        this.#page.listens();
        return this.#view();
      },
      ask: ({ text }) => {
        this.#screen.ask(text);
        return undefined;
      },
      cancel: () => told(this.#screen.cancel()),
      again: () => told(this.#screen.again()),
      openRow: ({ row }) => told(this.#screen.openRow(row)),
      openFile: () => told(this.#screen.openFile()),
    };
  }
}
