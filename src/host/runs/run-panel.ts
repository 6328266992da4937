import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Channel, type Handlers } from '../../core/protocol/channel.ts';
import {
  runHostCalls,
  runPageCalls,
  type RunPanelView,
  type RunUpdate,
} from '../../core/protocol/run-contract.ts';
import { formatError } from '../../core/text/format-message.ts';
import { displayLanguage } from '../kit/settings.ts';
import { webviewHtml, webviewOptions, webviewPort } from '../kit/webview-page.ts';
import type { PanelScreen, ScreenPanel } from './panel-screen.ts';

export const runPanelType = 'tuningFork.run';

type MakeScreen = (panel: ScreenPanel) => PanelScreen;

/** The panel of a plan and of the run that it turns into. The page asks for the whole state whenever it is drawn anew. */
export class RunPanel implements Disposable, ScreenPanel {
  readonly #store = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  readonly #channel: Channel<typeof runHostCalls, typeof runPageCalls>;
  readonly #openRun: (directory: string) => MakeScreen;
  readonly #onError: (error: unknown) => void;
  #screen: PanelScreen;
  /** The page has asked for its state and hears what is sent; a hidden page is gone and will ask again. */
  #listening = false;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    makeScreen: MakeScreen,
    openRun: (directory: string) => MakeScreen,
    onError: (error: unknown) => void,
  ) {
    this.#panel = panel;
    this.#openRun = openRun;
    this.#onError = onError;
    this.#screen = makeScreen(this);
    panel.webview.options = webviewOptions(extension);
    this.#channel = this.#store.add(
      new Channel(webviewPort(panel.webview), runHostCalls, runPageCalls, this.#handlers()),
    );
    this.#store.add(panel.onDidDispose(() => this.#close()));
    this.#store.add(panel.onDidChangeViewState(() => (this.#listening &&= panel.visible)));
    this.#store.add(toDisposable(() => this.#screen.dispose()));
    this.#dress();
    panel.webview.html = webviewHtml(panel.webview, extension, 'runs', displayLanguage());
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

  refresh(): void {
    this.#screen.refresh?.();
  }

  redraw(): void {
    void this.#redraw().catch(this.#onError);
  }

  append(update: RunUpdate): void {
    if (this.#listening) this.#channel.call('append', update).catch(this.#ignoreClosedPage);
  }

  /** Turns the plan into its run. A run starts all the same where the panel was closed meanwhile. */
  showRun(directory: string): void {
    if (this.#store.disposed) return;
    this.#screen.dispose();
    this.#screen = this.#openRun(directory)(this);
    this.#dress();
    this.redraw();
  }

  report(error: unknown): void {
    this.#onError(error);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** A closed panel refuses every question, and what is being made for it comes back later. */
  #close(): void {
    this.#listening = false;
    this.#store.dispose();
  }

  async #redraw(): Promise<void> {
    if (!this.#listening) return;
    const view = await this.#view();
    if (this.#listening) await this.#channel.call('show', view).catch(this.#ignoreClosedPage);
  }

  async #view(): Promise<RunPanelView> {
    try {
      return await this.#screen.view();
    } catch (error) {
      const language = displayLanguage();
      return { kind: 'failed', language, sentence: formatError(error, language) };
    }
  }

  #dress(): void {
    this.#panel.title = this.#screen.title;
    this.#panel.iconPath = new vscode.ThemeIcon(this.#screen.icon);
  }

  #handlers(): Handlers<typeof runHostCalls> {
    const told = async (work: Promise<void> | undefined): Promise<undefined> => {
      await work?.catch(this.#onError);
      return undefined;
    };
    return {
      ready: () => {
        this.#listening = true;
        return this.#view();
      },
      refresh: () => {
        this.#screen.refresh?.();
        return undefined;
      },
      start: () => told(this.#screen.start?.()),
      act: ({ action }) => told(this.#screen.act?.(action)),
      copyCommand: () => told(this.#screen.copyCommand?.()),
      stop: () => told(this.#screen.stop?.()),
      rowsOfStep: async ({ step }) => (await this.#screen.rowsOfStep?.(step)) ?? [],
      openRow: ({ dataset, row }) => told(this.#screen.openRow?.(dataset, row)),
      openLog: () => told(this.#screen.openLog?.()),
      openRecipe: () => told(this.#screen.openRecipe?.()),
    };
  }

  /** A page that went away while it was told something will ask for everything when it comes back. */
  readonly #ignoreClosedPage = (): void => {
    this.#listening = this.#listening && this.#panel.visible;
  };
}
