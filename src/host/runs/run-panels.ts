import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { webviewOptions } from '../kit/webview-page.ts';
import type { PanelScreen, ScreenPanel } from './panel-screen.ts';
import { planKey } from './plan-screen.ts';
import { RunPanel, runPanelType } from './run-panel.ts';
import type { TrainingWay } from './training-way.ts';

type MakeScreen = (panel: ScreenPanel) => PanelScreen;

/** How the screens of a recipe and of a run are made. */
export interface Screens {
  readonly plan: (recipe: vscode.Uri, kind: TrainingWay['kind']) => MakeScreen;
  readonly run: (directory: string) => MakeScreen;
}

/** What the page keeps over a reload of the window (run-contract.ts, `restore`). */
const pageState = v.object({ restore: v.string() });

/** The open panels of plans and runs: one each, found again after a reload of the window. */
export class RunPanels implements Disposable, vscode.WebviewPanelSerializer {
  readonly #store = new DisposableStore();
  readonly #panels = new Set<RunPanel>();
  readonly #extension: vscode.Uri;
  readonly #screens: Screens;
  readonly #onError: (error: unknown) => void;

  constructor(extension: vscode.Uri, screens: Screens, onError: (error: unknown) => void) {
    this.#extension = extension;
    this.#screens = screens;
    this.#onError = onError;
    this.#store.add(vscode.window.registerWebviewPanelSerializer(runPanelType, this));
    this.#store.add(onSettingsChanged(() => this.#panels.forEach((panel) => panel.redraw())));
  }

  openPlan(recipe: vscode.Uri, kind: TrainingWay['kind']): void {
    this.#open(planKey(recipe, kind), this.#screens.plan(recipe, kind));
  }

  openRun(directory: string): void {
    this.#open(directory, this.#screens.run(directory));
  }

  /** Plans on screen are made anew: an installation may have changed what they say. */
  refreshPlans(): void {
    for (const panel of this.#panels) panel.refresh();
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = v.safeParse(pageState, state);
    if (parsed.success) this.#adopt(panel, this.#screenOf(parsed.output.restore));
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    this.#store.dispose();
  }

  #screenOf(restore: string): MakeScreen {
    if (!/^[a-z][\w+.-]+:\/\//i.test(restore)) return this.#screens.run(restore);
    const uri = vscode.Uri.parse(restore);
    return this.#screens.plan(uri.with({ fragment: '' }), uri.fragment === 'jobs' ? 'jobs' : 'local');
  }

  #open(key: string, makeScreen: MakeScreen): void {
    const open = [...this.#panels].find((panel) => panel.key === key);
    if (open !== undefined) {
      open.reveal();
      // A plan is made anew: the recipe may have changed since.
      open.refresh();
      open.redraw();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      runPanelType,
      '',
      vscode.ViewColumn.Active,
      webviewOptions(this.#extension),
    );
    this.#adopt(panel, makeScreen);
  }

  #adopt(webviewPanel: vscode.WebviewPanel, makeScreen: MakeScreen): void {
    const panel = new RunPanel(webviewPanel, this.#extension, makeScreen, this.#screens.run, this.#onError);
    this.#panels.add(panel);
    panel.onDidDispose(() => this.#panels.delete(panel));
  }
}
