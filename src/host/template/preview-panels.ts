import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { isDataset } from '../dataset/dataset-documents.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { webviewOptions } from '../kit/webview-page.ts';
import { PreviewPanel } from './preview-panel.ts';
import type { TemplateChoices } from './template-choices.ts';

export const previewPanelType = 'tuningFork.preview';

/** The preview beside the editor: there is one at most, and it follows the dataset that was looked at last. */
export class PreviewPanels implements Disposable, vscode.WebviewPanelSerializer {
  readonly #store = new DisposableStore();
  readonly #extension: vscode.Uri;
  readonly #worker: WorkerClient;
  readonly #choices: TemplateChoices;
  readonly #onError: (error: unknown) => void;
  #panel: PreviewPanel | null = null;
  /** The editor of a dataset that had the focus last: the preview itself takes the focus away from it. */
  #editor: vscode.TextEditor | undefined;

  constructor(
    extension: vscode.Uri,
    worker: WorkerClient,
    choices: TemplateChoices,
    onError: (error: unknown) => void,
  ) {
    this.#extension = extension;
    this.#worker = worker;
    this.#choices = choices;
    this.#onError = onError;
    this.#follow(vscode.window.activeTextEditor);
    const { window, workspace } = vscode;
    this.#store.add(window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)));
    this.#store.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)));
    this.#store.add(workspace.onDidChangeTextDocument(() => this.#panel?.redraw()));
    this.#store.add(choices.onDidChange(() => this.#panel?.redraw()));
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
      vscode.window.createWebviewPanel(previewPanelType, title, column, webviewOptions(this.#extension)),
    );
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel);
    return Promise.resolve();
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#store.dispose();
  }

  #adopt(webviewPanel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    const panel = new PreviewPanel(webviewPanel, this.#extension, this.#worker, this.#choices, this.#onError);
    this.#panel = panel;
    panel.onDidDispose(() => (this.#panel = this.#panel === panel ? null : this.#panel));
    panel.follow(this.#editor);
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || !isDataset(editor.document)) return;
    this.#editor = editor;
    this.#panel?.follow(editor);
  }
}
