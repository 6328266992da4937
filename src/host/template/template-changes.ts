import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { templateSha256 } from '../../node/template/read-chat-templates.ts';
import type { TemplateStore } from '../../node/template/template-store.ts';
import { isDataset } from '../dataset/dataset-documents.ts';
import { displayLanguage } from '../kit/settings.ts';
import { showDifference } from './compare-templates.ts';
import { previewPanelType } from './preview-panels.ts';
import { documentOfKept, documentOfTemplate } from './template-documents.ts';
import { labelOfPlace } from './template-item.ts';
import type { TemplateChoices } from './template-choices.ts';
import { readTemplateSource, type TemplateSource } from './template-source.ts';

/** The template that a dataset was previewed with last. */
const used = v.object({ template: v.string(), sha256: v.string() });
type Used = v.InferOutput<typeof used>;

/** A text that was kept, the document of today's, and the sentence about the two. */
interface Change {
  readonly message: Message;
  readonly before: string;
  readonly after: vscode.Uri;
  readonly label: string;
}

/** Tells that a template is another than it was when its dataset was previewed last, or when a run was trained with it. */
export class TemplateChanges implements Disposable {
  readonly #store = new DisposableStore();
  readonly #choices: TemplateChoices;
  readonly #kept: TemplateStore;
  readonly #memory: vscode.Memento;
  /** Datasets that were previewed in this window: what the user saves then is seen at once, and is no news later. */
  readonly #previewed = new Map<string, vscode.Uri>();
  /** Changes of runs that were told in this window: once is enough. */
  readonly #told = new Set<string>();

  constructor(
    choices: TemplateChoices,
    kept: TemplateStore,
    memory: vscode.Memento,
    onError: (error: unknown) => void,
  ) {
    this.#choices = choices;
    this.#kept = kept;
    this.#memory = memory;
    const follow = (editor: vscode.TextEditor | undefined): void =>
      void this.#followed(editor).catch(onError);
    const { window, workspace } = vscode;
    this.#store.add(workspace.onDidSaveTextDocument(({ uri }) => void this.#saved(uri).catch(onError)));
    this.#store.add(window.onDidChangeActiveTextEditor(follow));
    follow(window.activeTextEditor);
  }

  /** A preview of the dataset was opened. */
  async previewed(dataset: vscode.Uri): Promise<void> {
    const now = await this.#now(dataset);
    if (now === null) return;
    const before = this.#last(dataset);
    this.#previewed.set(dataset.toString(), now.source.file);
    await this.#remember(dataset, now);
    if (before === null || before.template !== now.template || before.sha256 === now.sha256) return;
    const { name, file } = now.source;
    await this.#tell({
      message: {
        id: 'templates.changed.preview',
        args: { dataset: vscode.workspace.asRelativePath(dataset), template: name, ...hashes(before, now) },
      },
      before: before.sha256,
      after: file,
      label: name,
    });
  }

  /** A run is shown or compared, or has begun. @param directory the run's */
  async runShown(directory: string): Promise<void> {
    const { readRunTemplate } = await import('../../node/template/run-template.ts');
    const found = await readRunTemplate(directory, process.env);
    if (found === null) return;
    const { run, before, beforeText, after, afterText, path, file } = found;
    await this.#kept.keep(beforeText ?? afterText);
    const key = `${run} ${after}`;
    if (before === after || this.#told.has(key)) return;
    this.#told.add(key);
    const label = labelOfPlace(path);
    const changed = hashes({ sha256: before }, { sha256: after });
    await this.#tell({
      message: { id: 'templates.changed.run', args: { run, template: label, ...changed } },
      before,
      after: documentOfTemplate({ place: path, name: 'default', file }),
      label,
    });
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** An open preview follows the editor, and has so been opened for another dataset; also after a reload of the window. */
  async #followed(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor === undefined || !isDataset(editor.document) || !isPreviewOpen()) return;
    const { uri } = editor.document;
    if (!this.#previewed.has(uri.toString())) await this.previewed(uri);
  }

  async #saved(file: vscode.Uri): Promise<void> {
    for (const [dataset, template] of this.#previewed) {
      if (template.toString() !== file.toString()) continue;
      const uri = vscode.Uri.parse(dataset);
      const now = await this.#now(uri);
      if (now !== null) await this.#remember(uri, now);
    }
  }

  /** Null where there is no template, or none that can be read: the preview says so itself. */
  async #now(dataset: vscode.Uri): Promise<(Used & { readonly source: TemplateSource }) | null> {
    const choice = await this.#choices.of(dataset);
    if (choice === null) return null;
    try {
      const source = await readTemplateSource(choice, false);
      return { template: choice.uri.toString(), sha256: templateSha256(source.text), source };
    } catch (error) {
      if (error instanceof HumanError) return null;
      throw error;
    }
  }

  #last(dataset: vscode.Uri): Used | null {
    const parsed = v.safeParse(used, this.#memory.get<unknown>(memoryKey(dataset)));
    return parsed.success ? parsed.output : null;
  }

  async #remember(dataset: vscode.Uri, now: Used & { readonly source: TemplateSource }): Promise<void> {
    const { template, sha256, source } = now;
    await this.#kept.keep(source.text);
    await this.#memory.update(memoryKey(dataset), { template, sha256 });
  }

  async #tell({ message, before, after, label }: Change): Promise<void> {
    const show = vscode.l10n.t('Show Changes');
    const buttons = (await this.#kept.text(before)) === null ? [] : [show];
    const sentence = formatMessage(message, displayLanguage());
    void vscode.window.showWarningMessage(sentence, ...buttons).then((pressed) => {
      if (pressed !== show) return;
      const old = { document: documentOfKept(before), label: `${label} (${before.slice(0, 8)})` };
      void showDifference(old, { document: after, label });
    });
  }
}

function isPreviewOpen(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(previewPanelType),
  );
}

function hashes(
  before: { readonly sha256: string },
  after: { readonly sha256: string },
): { before: string; after: string } {
  return { before: before.sha256.slice(0, 8), after: after.sha256.slice(0, 8) };
}

function memoryKey(dataset: vscode.Uri): string {
  return `template-used:${dataset.toString()}`;
}
