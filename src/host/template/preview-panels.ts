import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import * as v from 'valibot';
import {
  defaultPreviewChoices,
  previewChoices,
  type PreviewChoices,
} from '../../core/protocol/preview-contract.ts';
import { isDataset } from '../dataset/dataset-documents.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { webviewOptions } from '../kit/webview-page.ts';
import { PreviewPanel, type PreviewParts } from './preview-panel.ts';

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
    this.#follow(vscode.window.activeTextEditor);
    const { window, workspace } = vscode;
    this.#store.add(window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)));
    this.#store.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)));
    this.#store.add(workspace.onDidChangeTextDocument(() => this.#panel?.redraw()));
    this.#store.add(parts.templates.onDidChange(() => this.#panel?.redraw()));
    this.#store.add(onSettingsChanged(() => this.#panel?.redraw()));
    this.#store.add(window.registerWebviewPanelSerializer(previewPanelType, this));
  }

  /** The dataset on show. */
  get dataset(): vscode.Uri | undefined {
    return this.#editor?.document.uri;
  }

  /** Opens the preview beside the editor, without taking the focus from it. */
  open(): void {
    this.#follow(vscode.window.activeTextEditor);
    if (this.#panel !== null) {
      this.#panel.reveal();
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = vscode.l10n.t('Preview');
    this.#adopt(
      vscode.window.createWebviewPanel(
        previewPanelType,
        title,
        column,
        webviewOptions(this.#parts.extension),
      ),
      defaultPreviewChoices,
    );
  }

  /** @param state what the page kept of its choices */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const choices = v.safeParse(previewChoices, state);
    this.#adopt(panel, choices.success ? choices.output : defaultPreviewChoices);
    return Promise.resolve();
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#store.dispose();
  }

  #adopt(webviewPanel: vscode.WebviewPanel, choices: PreviewChoices): void {
    this.#panel?.dispose();
    const panel = new PreviewPanel(webviewPanel, this.#parts, choices);
    this.#panel = panel;
    panel.onDidDispose(() => (this.#panel = this.#panel === panel ? null : this.#panel));
    panel.follow(this.#editor);
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
