import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type PreviewState,
} from '../../core/protocol/preview-contract.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { PanelChannel } from '../kit/panel-channel.ts';
import { previewStateOf, type PreviewOutcome } from './preview-state.ts';
import type { TemplateChoices } from './template-choices.ts';

/** One preview page. It is drawn for the row under the cursor; while a drawing is made, later wishes collapse into one. */
export class PreviewPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelChannel<typeof previewHostCalls, typeof previewPageCalls>;
  readonly #worker: WorkerClient;
  readonly #choices: TemplateChoices;
  readonly #onError: (error: unknown) => void;
  #editor: vscode.TextEditor | undefined;
  #outcome: PreviewOutcome | null = null;
  #drawing = false;
  #wanted = false;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    worker: WorkerClient,
    choices: TemplateChoices,
    onError: (error: unknown) => void,
  ) {
    this.#panel = panel;
    this.#worker = worker;
    this.#choices = choices;
    this.#onError = onError;
    panel.iconPath = new vscode.ThemeIcon('open-preview');
    this.#page = this.#store.add(
      new PanelChannel({
        panel,
        extension,
        bundle: 'preview',
        hostCalls: previewHostCalls,
        pageCalls: previewPageCalls,
        handlers: this.#handlers(),
      }),
    );
    this.#store.add(panel.onDidDispose(() => this.#store.dispose()));
  }

  onDidDispose(listener: () => void): void {
    this.#store.add(toDisposable(listener));
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  follow(editor: vscode.TextEditor | undefined): void {
    this.#editor = editor;
    this.redraw();
  }

  /** Draws what is under the cursor now. */
  redraw(): void {
    this.#wanted = true;
    if (!this.#drawing && this.#page.listening) void this.#draw().catch(this.#onError);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #draw(): Promise<void> {
    this.#drawing = true;
    try {
      while (this.#wanted && this.#page.listening) {
        this.#wanted = false;
        const state = await this.#state();
        await this.#page.tell('show', state);
      }
    } finally {
      this.#drawing = false;
    }
  }

  async #state(): Promise<PreviewState> {
    this.#outcome = await previewStateOf(this.#editor, this.#choices, this.#worker);
    const { state } = this.#outcome;
    const title = state.row === null ? vscode.l10n.t('Preview') : vscode.l10n.t('Preview row {0}', state.row);
    if (this.#page.listening) this.#panel.title = title;
    return state;
  }

  #handlers(): Handlers<typeof previewHostCalls> {
    return {
      ready: () => {
        this.#page.listens();
        this.#wanted = false;
        return this.#state();
      },
      step: ({ by }) => {
        this.#step(by);
        return undefined;
      },
      chooseTemplate: async () => {
        await vscode.commands.executeCommand('tuningFork.chooseTemplate');
        return undefined;
      },
      openTemplate: async ({ line }) => {
        await this.#openTemplate(line);
        return undefined;
      },
      copyText: async () => {
        const text = this.#outcome?.text;
        if (text !== undefined && text !== null) await vscode.env.clipboard.writeText(text);
        return undefined;
      },
    };
  }

  /** Moves the editor's cursor to the previous or next line; the preview follows it as always. */
  #step(by: -1 | 1): void {
    const editor = this.#editor;
    if (editor === undefined) return;
    const line = Math.min(Math.max(editor.selection.active.line + by, 0), editor.document.lineCount - 1);
    const position = new vscode.Position(line, 0);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(
      new vscode.Range(position, position),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }

  async #openTemplate(line: number): Promise<void> {
    const file = this.#outcome?.templateFile;
    if (file === undefined || file === null) return;
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(file, { selection, viewColumn: vscode.ViewColumn.One });
  }
}
