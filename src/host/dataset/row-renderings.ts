import * as vscode from 'vscode';
import { hasTools } from '../../core/dataset/row/has-tools.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { RenderError } from '../../core/template/render-request.ts';
import type { RowRefusal } from '../../core/template/row-refusal.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import type { TemplateChoices } from '../template/template-choices.ts';
import { renderSettings } from '../template/render-settings.ts';
import { readTemplateSource, type TemplateSource } from '../template/template-source.ts';

/** A template that takes longer than this for one row does not end. */
const PATIENCE_MS = 10_000;

/** A row of a dataset as it stands in the editor; `row` is 1-based. */
export interface EditorRow {
  readonly dataset: vscode.Uri;
  readonly text: string;
  readonly row: number;
}

/** What the template in use makes of a row. */
export type RowOutcome =
  | { readonly kind: 'rendered'; readonly text: string; readonly tokens: number | null }
  | { readonly kind: 'refused'; readonly error: RenderError; readonly templateFile: vscode.Uri }
  /** There is no template, it cannot be read, or the row is no conversation. */
  | { readonly kind: 'none'; readonly message: Message; readonly choose: boolean };

/** A refusal of a row and the file whose template refuses it. */
export interface FoundRefusal {
  readonly refusal: RowRefusal;
  readonly templateFile: vscode.Uri;
}

/** Renders rows of open datasets in the worker, with the template that each dataset is shown with. */
export class RowRenderings implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  /** Fires when another template is in use, or the text of one has changed, saved or not. */
  readonly onDidChangeTemplate = this.#changed.event;
  readonly #worker: WorkerClient;
  readonly #choices: TemplateChoices;

  constructor(worker: WorkerClient, choices: TemplateChoices) {
    this.#worker = worker;
    this.#choices = choices;
    const { workspace } = vscode;
    const changed = (document: vscode.TextDocument): void => {
      if (isTemplate(document)) this.#changed.fire();
    };
    this.#store.add(choices.onDidChange(() => this.#changed.fire()));
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => changed(document)));
    this.#store.add(workspace.onDidSaveTextDocument(changed));
  }

  /** @throws the signal's reason if the row was given up before its turn came */
  async render(row: EditorRow, signal?: AbortSignal): Promise<RowOutcome> {
    try {
      const source = await this.#sourceOf(row);
      if (source === null) return { kind: 'none', message: { id: 'inline.no-template' }, choose: true };
      return await this.#renderWith(row, source, signal);
    } catch (error) {
      if (error instanceof HumanError) return { kind: 'none', message: error.detail, choose: true };
      throw error;
    }
  }

  /** The refusal of each row of one dataset, in order; null where there is none to speak of. */
  async findRefusals(rows: readonly EditorRow[]): Promise<(FoundRefusal | null)[]> {
    const found = new Map<EditorRow, FoundRefusal>();
    for (const group of Map.groupBy(rows, ({ text }) => hasTools(text)).values()) {
      for (const [row, refusal] of await this.#refusalsOf(group)) found.set(row, refusal);
    }
    return rows.map((row) => found.get(row) ?? null);
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #sourceOf({ dataset, text }: EditorRow): Promise<TemplateSource | null> {
    const choice = await this.#choices.of(dataset);
    return choice === null ? null : readTemplateSource(choice, hasTools(text));
  }

  async #renderWith(row: EditorRow, source: TemplateSource, signal?: AbortSignal): Promise<RowOutcome> {
    const { tokenizer, file } = source;
    const request = { rowText: row.text, row: row.row, ...renderSettings(source), tokenizer };
    const rendering = await this.#worker.renderRow(request, { timeoutMs: PATIENCE_MS, signal });
    switch (rendering.kind) {
      case 'rendered':
        return { kind: 'rendered', text: rendering.text, tokens: rendering.tokens };
      case 'refused':
        return { kind: 'refused', error: rendering.error, templateFile: file };
      case 'no-conversation':
        return { kind: 'none', message: rendering.message, choose: false };
    }
  }

  /** Of rows that have one template. Where that is missing or broken, the preview says so. */
  async #refusalsOf(rows: readonly EditorRow[]): Promise<[EditorRow, FoundRefusal][]> {
    const [first] = rows;
    if (first === undefined) return [];
    try {
      const source = await this.#sourceOf(first);
      if (source === null) return [];
      const request = { rows: rows.map(({ text, row }) => ({ text, row })), ...renderSettings(source) };
      const refusals = await this.#worker.findRefusals(request, { timeoutMs: PATIENCE_MS });
      return rows.flatMap((row, index): [EditorRow, FoundRefusal][] => {
        const refusal = refusals[index] ?? null;
        return refusal === null ? [] : [[row, { refusal, templateFile: source.file }]];
      });
    } catch (error) {
      if (error instanceof HumanError) return [];
      throw error;
    }
  }
}

/** Whether a chat template may stand in a document. */
function isTemplate({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'chat-template' || /(\.jinja|\/tokenizer_config\.json)$/.test(uri.path);
}
