import * as v from 'valibot';
import * as vscode from 'vscode';
import { reportMessages } from '../../../core/dataset/report/messages.ts';
import { reportPanelWords } from '../../../core/dataset/report/panel-words.ts';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import { addSentences } from '../../../core/text/catalogue.ts';
import { onSettingsChanged } from '../../kit/settings.ts';
import { webviewOptions } from '../../kit/webview-page.ts';
import { datasetToReport } from './dataset-to-report.ts';
import { ReportPanel, reportPanelType } from './report-panel.ts';
import type { ReportParts } from './report-screen.ts';

addSentences(reportMessages, reportPanelWords);

/** What the page keeps over a reload of the window (report-contract.ts, `restore`). */
const pageState = v.object({ restore: v.string() });

/** The open panels of reports: one for a file at most, found again after a reload of the window. */
export class ReportPanels implements Disposable {
  readonly #store = new DisposableStore();
  readonly #panels = new Set<ReportPanel>();
  readonly #extension: vscode.Uri;
  readonly #parts: ReportParts;
  readonly #onError: (error: unknown) => void;

  constructor(extension: vscode.Uri, parts: ReportParts, onError: (error: unknown) => void) {
    this.#extension = extension;
    this.#parts = parts;
    this.#onError = onError;
    this.#store.add(onSettingsChanged(() => this.#panels.forEach((panel) => panel.redraw())));
  }

  /**
   * Shows the report on a file, which is made if no panel has it.
   * @param argument what the command was called with
   * @throws {HumanError} if that is no dataset on this disk
   */
  open(argument: unknown): void {
    const uri = datasetToReport(argument);
    const open = [...this.#panels].find((panel) => panel.key === uri.toString());
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      reportPanelType,
      '',
      vscode.ViewColumn.Active,
      webviewOptions(this.#extension),
    );
    this.#adopt(panel, uri);
  }

  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const parsed = v.safeParse(pageState, state);
    if (parsed.success) this.#adopt(panel, vscode.Uri.parse(parsed.output.restore));
    else panel.dispose();
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    this.#store.dispose();
  }

  #adopt(webviewPanel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const made = { panel: webviewPanel, extension: this.#extension, parts: this.#parts };
    const panel = new ReportPanel(made, uri, this.#onError);
    this.#panels.add(panel);
    panel.onDidDispose(() => this.#panels.delete(panel));
  }
}
