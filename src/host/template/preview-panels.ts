import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { isDataset } from '../dataset/dataset-documents.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { webviewOptions } from '../kit/webview-page.ts';
import type { PreviewPanel, PreviewParts } from './preview-panel.ts';
import { fixtureDataset, comparedScheme } from './preview-subject.ts';

export const previewPanelType = 'tuningFork.preview';

/** The preview beside the editor: there is one at most, and it follows the dataset that was looked at last. */
export class PreviewPanels implements Disposable, vscode.WebviewPanelSerializer {
  readonly #store = new DisposableStore();
  readonly #parts: PreviewParts;
  #panel: PreviewPanel | null = null;
  /** The editor of a dataset that had the focus last: the preview itself takes the focus away from it. */
  #editor: vscode.TextEditor | undefined;

  constructor(parts: PreviewParts) {
    this.#parts = parts;
    const { window, workspace } = vscode;
    this.#follow(window.activeTextEditor);
    this.#followVisible();
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.#followVisible()));
    this.#store.add(window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)));
    this.#store.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)));
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)));
    this.#store.add(parts.templates.onDidChange(() => this.#panel?.redraw()));
    this.#store.add(onSettingsChanged(() => this.#panel?.redraw()));
    this.#store.add(window.registerWebviewPanelSerializer(previewPanelType, this));
  }

  /** The dataset on show, or what stands for it while a fixture is shown without one. */
  get dataset(): vscode.Uri | undefined {
    return this.#editor?.document.uri ?? (this.#panel === null ? undefined : fixtureDataset);
  }

  /** Opens the preview beside the editor, without taking the focus from it. */
  async open(): Promise<void> {
    this.#follow(vscode.window.activeTextEditor);
    if (this.#panel !== null) {
      this.#panel.reveal();
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = vscode.l10n.t('Preview');
    await this.#adopt(
      vscode.window.createWebviewPanel(
        previewPanelType,
        title,
        column,
        webviewOptions(this.#parts.extension),
      ),
      false,
    );
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    await this.#adopt(panel, true);
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#store.dispose();
  }

  /** @param restored whether it was open before the window was loaded again: then it stands as it stood */
  async #adopt(webviewPanel: vscode.WebviewPanel, restored: boolean): Promise<void> {
    let gone = false;
    webviewPanel.onDidDispose(() => (gone = true));
    const { PreviewPanel } = await import('./preview-panel.ts');
    const { PreviewMemory, newPreview } = await import('./preview-memory.ts');
    const memory = new PreviewMemory(this.#parts.storage);
    const choices = restored ? await memory.read() : newPreview;
    if (gone) return;
    this.#panel?.dispose();
    const panel = new PreviewPanel(webviewPanel, this.#parts, memory, choices);
    this.#panel = panel;
    panel.onDidDispose(() => (this.#panel = this.#panel === panel ? null : this.#panel));
    panel.follow(this.#editor);
  }

  /** A file that is typed in may be the row, the template or its model's configuration; what is only shown is none of them. */
  #changed({ uri }: vscode.TextDocument): void {
    if (uri.scheme !== 'output' && uri.scheme !== comparedScheme) this.#panel?.redraw();
  }

  /** After a reload of the window the preview may have the focus, and no editor was looked at yet. */
  #followVisible(): void {
    if (this.#editor !== undefined) return;
    this.#follow(vscode.window.visibleTextEditors.find(({ document }) => isDataset(document)));
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined) return;
    if (!isDataset(editor.document)) {
      this.#panel?.cursorMoved(editor);
      return;
    }
    this.#editor = editor;
    this.#panel?.follow(editor);
  }
}
