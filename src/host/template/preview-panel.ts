import * as vscode from 'vscode';
import { DisposableStore, toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type EngineState,
  type PreviewChoices,
  type PreviewState,
} from '../../core/protocol/preview-contract.ts';
import type { Places } from '../../node/places.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { answering } from '../kit/panel-answers.ts';
import { PanelChannel } from '../kit/panel-channel.ts';
import { displayLanguage } from '../kit/settings.ts';
import { EngineChecks } from './engine-checks.ts';
import {
  columnRightOf,
  copyPython,
  copyText,
  openTemplateLine,
  originOf,
  stepRow,
} from './preview-actions.ts';
import { PreviewComparison } from './preview-comparison.ts';
import { PreviewEngines } from './preview-engines.ts';
import { PreviewMarks } from './preview-marks.ts';
import type { PreviewMemory } from './preview-memory.ts';
import { revealOrigin, revealRowValue, type RevealOptions } from './preview-reveal.ts';
import { PATIENCE, previewStateOf, type PreviewShown } from './preview-state.ts';
import { stretchesAtCursor } from './preview-cursor.ts';
import type { TemplateChoices } from './template-choices.ts';
import type { TemplateInventory } from './template-inventory.ts';

/** What previews share. */
export interface PreviewParts {
  readonly extension: vscode.Uri;
  readonly worker: WorkerClient;
  readonly places: Places;
  readonly templates: TemplateChoices;
  readonly inventory: TemplateInventory;
  /** Folder where what is chosen in the panel is kept over a reload. */
  readonly storage: string;
  readonly onError: (error: unknown) => void;
}

/** One preview page. It is drawn for the row under the cursor; while a drawing is made, later wishes collapse into one. */
export class PreviewPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #marks = this.#store.add(new PreviewMarks());
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelChannel<typeof previewHostCalls, typeof previewPageCalls>;
  readonly #parts: PreviewParts;
  readonly #memory: PreviewMemory;
  readonly #engines: PreviewEngines;
  readonly #comparison: PreviewComparison;
  #choices: PreviewChoices;
  #editor: vscode.TextEditor | undefined;
  #shown: PreviewShown | null = null;
  #drawing = false;
  #wanted = false;

  constructor(
    panel: vscode.WebviewPanel,
    parts: PreviewParts,
    memory: PreviewMemory,
    choices: PreviewChoices,
  ) {
    this.#panel = panel;
    this.#parts = parts;
    this.#memory = memory;
    this.#choices = choices;
    panel.iconPath = new vscode.ThemeIcon('open-preview');
    void memory.keep(choices).catch(parts.onError);
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
    const checks = this.#store.add(new EngineChecks(parts.places, parts.worker));
    const tellEngines = (states: EngineState[]): Promise<void> => this.#page.tell('showEngines', states);
    this.#engines = this.#store.add(new PreviewEngines(checks, parts.worker, tellEngines));
    this.#comparison = this.#store.add(new PreviewComparison(parts.worker));
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
        this.#shownNow();
      }
    } finally {
      this.#drawing = false;
    }
  }

  /** What follows once the text is there: it must not wait for these. */
  #shownNow(): void {
    this.cursorMoved(vscode.window.activeTextEditor);
    if (this.#wanted) return;
    void this.#engines.renew(this.#shown).catch(this.#ignoreGone);
    void this.#showMatrix().catch(this.#ignoreGone);
  }

  async #showMatrix(): Promise<void> {
    const shown = this.#shown;
    const names = this.#choices.matrix;
    if (shown === null || names === null) return;
    const matrix = await this.#parts.worker.previewMatrix({ request: shown.request, names }, PATIENCE);
    if (shown === this.#shown) await this.#page.tell('showMatrix', matrix);
  }

  async #state(): Promise<PreviewState> {
    const { templates, worker } = this.#parts;
    const { state, shown } = await previewStateOf(this.#editor, this.#choices, templates, worker);
    this.#shown = shown;
    const note = shown === null ? null : await this.#comparison.note(shown);
    const title = state.row === null ? vscode.l10n.t('Preview') : vscode.l10n.t('Preview row {0}', state.row);
    if (this.#page.listening) {
      this.#panel.title = title;
      this.#marks.clear();
    }
    const notes = note === null ? state.notes : [note, ...state.notes];
    // What was chosen meanwhile must not fall back to how it stood when the rendering began.
    return { ...state, notes, choices: this.#choices };
  }

  /** What was asked of an engine or a worker that ends with the panel is wanted by nobody. */
  readonly #ignoreGone = (error: unknown): void => {
    if (this.#page.listening) this.#parts.onError(error);
  };

  /** Takes a choice that changes the text. */
  #choose(choices: Partial<PreviewChoices>): void {
    this.#keep(choices);
    this.redraw();
  }

  /** Takes a choice that leaves the text as it is: that is not rendered again, however long it took. */
  async #arrange(choices: Partial<PreviewChoices>): Promise<void> {
    this.#keep(choices);
    await this.#page.tell('arrange', this.#choices);
    await this.#showMatrix();
  }

  #keep(choices: Partial<PreviewChoices>): void {
    this.#choices = { ...this.#choices, ...choices };
    void this.#memory.keep(this.#choices).catch(this.#parts.onError);
  }

  #handlers(): Handlers<typeof previewHostCalls> {
    const answer = answering(this.#parts.onError);
    return {
      ready: async () => {
        this.#page.listens();
        this.#wanted = false;
        const state = await this.#state();
        // The answer has to be there first.
        setTimeout(() => this.#shownNow(), 0);
        return state;
      },
      step: ({ by }) => answer(Promise.resolve(stepRow(this.#editor, by))),
      chooseTemplate: () =>
        answer(Promise.resolve(vscode.commands.executeCommand<void>('tuningFork.chooseTemplate'))),
      chooseSubject: () => answer(this.#chooseSubject()),
      chooseTools: () => answer(this.#chooseTools()),
      setSwitches: (switches) => answer(Promise.resolve(this.#choose({ switches }))),
      openSwitches: ({ open }) => answer(this.#arrange({ switchesOpen: open })),
      setMatrix: ({ names }) => answer(this.#arrange({ matrix: names })),
      compareTemplate: () => answer(this.#compare()),
      askEngine: ({ engine }) => answer(this.#engines.ask(engine)),
      openTemplate: ({ line }) => answer(openTemplateLine(this.#shown, line)),
      openMessage: () => answer(this.#openMessage()),
      origin: ({ at }) => originOf(this.#shown, at),
      reveal: ({ at, focus }) => answer(this.#reveal(at, focus)),
      copyText: () => answer(copyText(this.#shown)),
      copyPython: () => answer(copyPython(this.#shown, this.#parts.worker)),
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

  async #compare(): Promise<void> {
    const { chooseOther } = await import('./preview-picks.ts');
    const other = await chooseOther(this.#parts.inventory);
    if (other === undefined || this.#shown === null) return;
    await this.#comparison.open(this.#shown, other, this.#editor?.viewColumn);
    this.redraw();
  }

  async #reveal(at: number, focus: boolean): Promise<void> {
    if (this.#shown !== null) await revealOrigin(this.#shown, at, this.#revealing(focus));
  }

  #revealing(focus: boolean): RevealOptions {
    return { focus, marks: this.#marks, column: columnRightOf(this.#panel) };
  }

  async #openMessage(): Promise<void> {
    const shown = this.#shown;
    if (shown?.rendering.kind !== 'refused' || shown.rendering.path === null) return;
    await revealRowValue(shown, shown.rendering.path, this.#revealing(true));
  }
}
