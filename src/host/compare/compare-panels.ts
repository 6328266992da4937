import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { webviewOptions } from '../kit/webview-page.ts';
import { ComparePanel, comparePanelType, type ComparisonPanel } from './compare-panel.ts';
import { CompareScreen, type ComparedThing } from './compare-screen.ts';
import type { LocalComparing } from './local-comparing.ts';

/** What the page keeps over a reload of the window (compare-contract.ts, `restore`). */
const pageState = v.object({ restore: v.string() });

/** The open panels of comparisons: one for a run at most, found again after a reload of the window. */
export class ComparePanels implements Disposable, vscode.WebviewPanelSerializer {
  readonly #store = new DisposableStore();
  readonly #panels = new Set<ComparePanel>();
  readonly #extension: vscode.Uri;
  readonly #comparing: LocalComparing;
  readonly #onError: (error: unknown) => void;

  constructor(extension: vscode.Uri, comparing: LocalComparing, onError: (error: unknown) => void) {
    this.#extension = extension;
    this.#comparing = comparing;
    this.#onError = onError;
    this.#store.add(vscode.window.registerWebviewPanelSerializer(comparePanelType, this));
    this.#store.add(onSettingsChanged(() => this.#panels.forEach((panel) => panel.redraw())));
  }

  /** Shows the newest comparison of a run, or begins one. */
  open(run: string): void {
    const open = [...this.#panels].find((panel) => panel.key === run);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      comparePanelType,
      '',
      vscode.ViewColumn.Active,
      webviewOptions(this.#extension),
    );
    this.#adopt(panel, { kind: 'run', directory: run });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = v.safeParse(pageState, state);
    if (parsed.success) this.#adopt(panel, { kind: 'saved', restore: parsed.output.restore });
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    this.#store.dispose();
  }

  #adopt(webviewPanel: vscode.WebviewPanel, thing: ComparedThing): void {
    const makeScreen = (panel: ComparisonPanel): CompareScreen =>
      new CompareScreen(thing, this.#comparing, panel);
    const panel = new ComparePanel(webviewPanel, this.#extension, makeScreen, this.#onError);
    this.#panels.add(panel);
    panel.onDidDispose(() => this.#panels.delete(panel));
  }
}
