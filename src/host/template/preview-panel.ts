import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type PreviewChoices,
  type PreviewOrigin,
  type PreviewState,
} from '../../core/protocol/preview-contract.ts';
import { pieceAt } from '../../core/template/preview-places.ts';
import { originSentence } from '../../core/template/preview-sentences.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { answering } from '../kit/panel-answers.ts';
import { PanelChannel } from '../kit/panel-channel.ts';
import { displayLanguage } from '../kit/settings.ts';
import { PreviewMarks } from './preview-marks.ts';
import { revealOrigin, revealRowValue, type RevealOptions } from './preview-reveal.ts';
import { previewStateOf, type PreviewShown } from './preview-state.ts';
import { stretchesAtCursor } from './preview-cursor.ts';
import type { TemplateChoices } from './template-choices.ts';

/** What previews share. */
export interface PreviewParts {
  readonly extension: vscode.Uri;
  readonly worker: WorkerClient;
  readonly templates: TemplateChoices;
  readonly onError: (error: unknown) => void;
}

/** One preview page. It is drawn for the row under the cursor; while a drawing is made, later wishes collapse into one. */
export class PreviewPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #marks = this.#store.add(new PreviewMarks());
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelChannel<typeof previewHostCalls, typeof previewPageCalls>;
  readonly #parts: PreviewParts;
  #choices: PreviewChoices;
  #editor: vscode.TextEditor | undefined;
  #shown: PreviewShown | null = null;
  #drawing = false;
  #wanted = false;

  constructor(panel: vscode.WebviewPanel, parts: PreviewParts, choices: PreviewChoices) {
    this.#panel = panel;
    this.#parts = parts;
    this.#choices = choices;
    panel.iconPath = new vscode.ThemeIcon('open-preview');
    this.#page = this.#store.add(
      new PanelChannel({
        panel,
        extension: parts.extension,
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

  /** Shows the row under the cursor of an editor from now on. */
  follow(editor: vscode.TextEditor | undefined): void {
    const isSameRow =
      editor !== undefined &&
      editor.document === this.#editor?.document &&
      editor.selection.active.line + 1 === this.#shown?.row.row;
    this.#editor = editor;
    if (isSameRow) this.cursorMoved(editor);
    else this.redraw();
  }

  /** Marks in the page what the cursor of an editor is on, if it is in the row or in the template that are shown. */
  cursorMoved(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || this.#shown === null) return;
    const stretches = stretchesAtCursor(this.#shown, editor);
    if (stretches !== null) void this.#page.tell('mark', { stretches }).catch(this.#parts.onError);
  }

  /** Draws what is under the cursor now. */
  redraw(): void {
    this.#wanted = true;
    if (!this.#drawing && this.#page.listening) void this.#draw().catch(this.#parts.onError);
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
        this.cursorMoved(vscode.window.activeTextEditor);
      }
    } finally {
      this.#drawing = false;
    }
  }

  async #state(): Promise<PreviewState> {
    const { templates, worker } = this.#parts;
    const { state, shown } = await previewStateOf(this.#editor, this.#choices, templates, worker);
    this.#shown = shown;
    const title = state.row === null ? vscode.l10n.t('Preview') : vscode.l10n.t('Preview row {0}', state.row);
    if (this.#page.listening) {
      this.#panel.title = title;
      this.#marks.clear();
    }
    return state;
  }

  #choose(choices: Partial<PreviewChoices>): void {
    this.#choices = { ...this.#choices, ...choices };
    this.redraw();
  }

  #handlers(): Handlers<typeof previewHostCalls> {
    const answer = answering(this.#parts.onError);
    return {
      ready: () => {
        this.#page.listens();
        this.#wanted = false;
        return this.#state();
      },
      step: ({ by }) => answer(Promise.resolve(this.#step(by))),
      chooseTemplate: () =>
        answer(Promise.resolve(vscode.commands.executeCommand<void>('tuningFork.chooseTemplate'))),
      chooseSubject: () => answer(this.#chooseSubject()),
      chooseTools: () => answer(this.#chooseTools()),
      setSwitches: (switches) => answer(Promise.resolve(this.#choose({ switches }))),
      openTemplate: ({ line }) => answer(this.#openTemplate(line)),
      openMessage: () => answer(this.#openMessage()),
      origin: ({ at }) => this.#originOf(at),
      reveal: ({ at, focus }) => answer(this.#reveal(at, focus)),
      copyText: () => answer(this.#copyText()),
    };
  }

  async #chooseSubject(): Promise<void> {
    const { chooseSubject } = await import('./preview-picks.ts');
    const subject = await chooseSubject(this.#choices.subject, displayLanguage());
    if (subject !== undefined) this.#choose({ subject });
  }

  async #chooseTools(): Promise<void> {
    const { chooseTools } = await import('./preview-picks.ts');
    const tools = await chooseTools(this.#editor?.document.uri);
    if (tools !== undefined) this.#choose({ switches: { ...this.#choices.switches, tools } });
  }

  #originOf(at: number): PreviewOrigin | null {
    const shown = this.#shown;
    if (shown?.rendering.kind !== 'rendered') return null;
    const { pieces } = shown.rendering;
    const found = pieceAt(pieces, at);
    const sentence = originSentence(shown.template.text, pieces, at, displayLanguage());
    return found === undefined || sentence === null ? null : { start: found.start, end: found.end, sentence };
  }

  async #reveal(at: number, focus: boolean): Promise<void> {
    if (this.#shown !== null) await revealOrigin(this.#shown, at, this.#revealing(focus));
  }

  #revealing(focus: boolean): RevealOptions {
    const { One, Two, Three, Four, Beside } = vscode.ViewColumn;
    const rightOf = new Map([
      [One, Two],
      [Two, Three],
      [Three, Four],
    ]);
    const column = rightOf.get(this.#panel.viewColumn ?? One) ?? Beside;
    return { focus, marks: this.#marks, column };
  }

  async #openMessage(): Promise<void> {
    const shown = this.#shown;
    if (shown?.rendering.kind !== 'refused' || shown.rendering.path === null) return;
    await revealRowValue(shown, shown.rendering.path, this.#revealing(true));
  }

  async #copyText(): Promise<void> {
    const rendering = this.#shown?.rendering;
    if (rendering?.kind === 'rendered') await vscode.env.clipboard.writeText(rendering.text);
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
    const file = this.#shown?.template.file;
    if (file === undefined) return;
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(file, { selection, viewColumn: vscode.ViewColumn.One });
  }
}
