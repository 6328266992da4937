import path from 'node:path';
import * as vscode from 'vscode';
import { hasTools } from '../../core/dataset/row/has-tools.ts';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import type { PreviewNote } from '../../core/protocol/preview-contract.ts';
import { comparisonOf } from '../../core/template/preview-comparison.ts';
import type { PreviewRendering } from '../../core/template/preview-rendering.ts';
import { refusalSentence } from '../../core/template/preview-sentences.ts';
import { formatError } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Language } from '../../core/text/message.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { displayLanguage } from '../kit/settings.ts';
import { PATIENCE, type PreviewShown } from './preview-state.ts';
import { comparedScheme } from './preview-subject.ts';
import { readPreviewTemplate } from './preview-template.ts';

const ours = vscode.Uri.from({ scheme: comparedScheme, path: '/ours.txt' });
const theirs = vscode.Uri.from({ scheme: comparedScheme, path: '/theirs.txt' });

/** The row on show as another template renders it, beside its own text in VS Code's diff editor. It follows the preview. */
export class PreviewComparison implements Disposable, vscode.TextDocumentContentProvider {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #worker: WorkerClient;
  readonly #texts = new Map<string, string>();
  #other: vscode.Uri | null = null;

  constructor(worker: WorkerClient) {
    this.#worker = worker;
    this.#store.add(vscode.workspace.registerTextDocumentContentProvider(comparedScheme, this));
    this.#store.add(vscode.window.tabGroups.onDidChangeTabs(({ closed }) => this.#forgetClosed(closed)));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  /** Compares with a template from now on, until the diff editor is closed, which comes where the row is, beside the preview. */
  async open(shown: PreviewShown, other: vscode.Uri, viewColumn = vscode.ViewColumn.One): Promise<void> {
    this.#other = other;
    await this.note(shown);
    const title = `${shown.template.name} ↔ ${nameOf(other)}`;
    await vscode.commands.executeCommand('vscode.diff', ours, theirs, title, { preview: true, viewColumn });
  }

  /** Renders the row with the other template too, and says in a sentence what differs; null while nothing is compared. */
  async note(shown: PreviewShown): Promise<PreviewNote | null> {
    const other = this.#other;
    if (other === null || shown.rendering.kind === 'no-conversation') return null;
    const language = displayLanguage();
    try {
      const { answersOnly, completionOnly } = shown.request;
      const choice = { uri: other, tokenizer: null, answersOnly, completionOnly };
      const template = await readPreviewTemplate(choice, hasTools(shown.row.text));
      const rendering = await this.#worker.previewRow(
        { ...shown.request, template: template.text },
        PATIENCE,
      );
      this.#set(ours, textOf(shown.rendering, language));
      this.#set(theirs, textOf(rendering, language));
      const left = { template: shown.request.template, rendering: shown.rendering };
      const { sentence, at } = comparisonOf(
        template.name,
        left,
        { template: template.text, rendering },
        language,
      );
      return sentence === '' ? null : { tone: 'info', sentence, at };
    } catch (error) {
      if (error instanceof HumanError)
        return { tone: 'warning', sentence: formatError(error, language), at: null };
      throw error;
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  #set(uri: vscode.Uri, text: string): void {
    if (this.#texts.get(uri.path) === text) return;
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
  }

  #forgetClosed(closed: readonly vscode.Tab[]): void {
    const isOurs = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputTextDiff && input.original.scheme === comparedScheme;
    if (closed.some(isOurs)) this.#other = null;
  }
}

function textOf(rendering: PreviewRendering, language: Language): string {
  if (rendering.kind === 'rendered') return rendering.text;
  return rendering.kind === 'refused' ? refusalSentence(rendering.error, language) : '';
}

function nameOf(template: vscode.Uri): string {
  const name = path.posix.basename(template.path);
  return template.fragment === '' ? name : `${name} · ${template.fragment}`;
}
