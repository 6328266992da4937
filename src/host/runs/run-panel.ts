import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import {
  runHostCalls,
  runPageCalls,
  type RunPanelView,
  type RunUpdate,
} from '../../core/protocol/run-contract.ts';
import { answering, viewOrFailure } from '../kit/panel-answers.ts';
import { PanelChannel } from '../kit/panel-channel.ts';
import type { PanelScreen, ScreenPanel } from './panel-screen.ts';

export const runPanelType = 'tuningFork.run';

type MakeScreen = (panel: ScreenPanel) => PanelScreen;

/** The panel of a plan and of the run that it turns into. The page asks for the whole state whenever it is drawn anew. */
export class RunPanel implements Disposable, ScreenPanel {
  readonly #store = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelChannel<typeof runHostCalls, typeof runPageCalls>;
  readonly #openRun: (directory: string) => MakeScreen;
  readonly #onError: (error: unknown) => void;
  #screen: PanelScreen;

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
    this.#page = this.#store.add(
      new PanelChannel({
        panel,
        extension,
        bundle: 'runs',
        hostCalls: runHostCalls,
        pageCalls: runPageCalls,
        handlers: this.#handlers(),
      }),
    );
    this.#store.add(panel.onDidDispose(() => this.#store.dispose()));
    this.#store.add(toDisposable(() => this.#screen.dispose()));
    this.#dress();
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
    void this.#page.tell('append', update);
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

  async #redraw(): Promise<void> {
    if (!this.#page.listening) return;
    await this.#page.tell('show', await this.#view());
  }

  #view(): Promise<RunPanelView> {
    return viewOrFailure(this.#screen.view());
  }

  #dress(): void {
    this.#panel.title = this.#screen.title;
    this.#panel.iconPath = new vscode.ThemeIcon(this.#screen.icon);
  }

  #handlers(): Handlers<typeof runHostCalls> {
    const told = answering(this.#onError);
    return {
      ready: () => {
        this.#page.listens();
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
      fetchResult: () => told(this.#screen.fetchResult?.()),
      openJob: () => told(this.#screen.openJob?.()),
      compare: () => told(this.#screen.compare?.()),
      rowsOfStep: async ({ step }) => (await this.#screen.rowsOfStep?.(step)) ?? [],
      openRow: ({ dataset, row }) => told(this.#screen.openRow?.(dataset, row)),
      openLog: () => told(this.#screen.openLog?.()),
      openRecipe: () => told(this.#screen.openRecipe?.()),
    };
  }
}
