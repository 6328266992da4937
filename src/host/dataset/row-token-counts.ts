import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { hasTools } from '../../core/dataset/row/has-tools.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import type { TemplateChoices } from '../template/template-choices.ts';
import { renderSettings } from '../template/render-settings.ts';
import { readTemplateSource, type TemplateSource } from '../template/template-source.ts';
import { KeptCounts } from './kept-counts.ts';

const PATIENCE = { timeoutMs: 20_000 };
/** Where nothing could be counted with, it is looked for again, at most this often: a model folder may come without a word. */
const LOOK_AGAIN_MS = 1_000;

interface Row {
  readonly text: string;
  readonly row: number;
}

/**
 * Tokens of the rows that somebody looks at, counted with the template and the tokenizer of the recipe that uses the file. What
 * cannot be counted exactly is not shown.
 */
export class RowTokenCounts implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<vscode.Uri>());
  /** Fires with the document of which more counts are known. */
  readonly onDidChange = this.#changed.event;
  readonly #counts = new Map<string, KeptCounts>();
  readonly #counting = new Set<string>();
  /** Documents whose rows nothing could count, and when that was found. */
  readonly #uncountable = new Map<string, number>();
  /** Grows whenever all counts are forgotten: what was asked before that is out of date. */
  #generation = 0;
  readonly #worker: WorkerClient;
  readonly #choices: TemplateChoices;
  readonly #onError: (error: unknown) => void;

  constructor(worker: WorkerClient, choices: TemplateChoices, onError: (error: unknown) => void) {
    this.#worker = worker;
    this.#choices = choices;
    this.#onError = onError;
    this.#store.add(choices.onDidChange(() => this.#forgetAll()));
    this.#store.add(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => uri.path.endsWith('.jinja') && this.#forgetAll()),
    );
    this.#store.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#counts.delete(uri.toString());
        this.#uncountable.delete(uri.toString());
      }),
    );
  }

  /** The count of a row's text; null if it has none, undefined while it is not known whether it has. */
  get(uri: vscode.Uri, rowText: string): number | null | undefined {
    return this.#counts.get(uri.toString())?.get(rowText);
  }

  /** Whether anything of a document was ever counted: then its labels are wide enough for counts. */
  isCounted(uri: vscode.Uri): boolean {
    return this.#counts.get(uri.toString())?.isCounted === true;
  }

  /** Counts the rows on these lines (0-based) that are not known yet, in the background; one batch a document at a time. */
  request(document: vscode.TextDocument, lines: readonly number[]): void {
    const key = document.uri.toString();
    const asked = lines.map((line) => ({ text: document.lineAt(line).text, row: line + 1 }));
    this.#counts.get(key)?.ask(asked.map(({ text }) => text));
    if (this.#counting.has(key)) return;
    const known = this.#looksAgain(key) ? undefined : this.#counts.get(key);
    const rows = asked.filter(({ text }) => known?.get(text) === undefined);
    if (rows.length === 0) return;
    this.#counting.add(key);
    void this.#count(document, rows)
      .catch(this.#onError)
      .finally(() => this.#counting.delete(key));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #looksAgain(key: string): boolean {
    const found = this.#uncountable.get(key);
    return found !== undefined && Date.now() - found > LOOK_AGAIN_MS;
  }

  async #count(document: vscode.TextDocument, rows: readonly Row[]): Promise<void> {
    const { uri } = document;
    const generation = this.#generation;
    const counted = await this.#ask(uri, rows);
    const key = uri.toString();
    if (document.isClosed) return;
    if (generation !== this.#generation) {
      this.#counting.delete(key);
      this.#changed.fire(uri);
      return;
    }
    if (counted.length === 0) this.#uncountable.set(key, Date.now());
    else this.#uncountable.delete(key);
    const counts = this.#counts.get(key) ?? new KeptCounts();
    this.#counts.set(key, counts);
    counts.add(new Map(rows.map(({ text }, index) => [text, counted[index] ?? null])));
    this.#counting.delete(key);
    this.#changed.fire(uri);
  }

  /** No template, no tokenizer, or one that is broken: no counts. The preview says why. */
  async #ask(uri: vscode.Uri, rows: readonly Row[]): Promise<(number | null)[]> {
    const choice = await this.#choices.of(uri);
    if (choice === null) return [];
    try {
      const counts = new Map<Row, number | null>();
      for (const [tools, group] of Map.groupBy(rows, ({ text }) => hasTools(text))) {
        const counted = await this.#countWith(await readTemplateSource(choice, tools), group);
        for (const [index, row] of group.entries()) counts.set(row, counted[index] ?? null);
      }
      return rows.map((row) => counts.get(row) ?? null);
    } catch (error) {
      if (error instanceof HumanError) return [];
      throw error;
    }
  }

  async #countWith(source: TemplateSource, rows: readonly Row[]): Promise<(number | null)[]> {
    const { tokenizer } = source;
    if (tokenizer === null) return [];
    const request = { rows: [...rows], ...renderSettings(source), tokenizer };
    return this.#worker.countTokens(request, PATIENCE);
  }

  #forgetAll(): void {
    const documents = [...this.#counts.keys()];
    this.#generation += 1;
    this.#counts.clear();
    this.#uncountable.clear();
    for (const key of documents) this.#changed.fire(vscode.Uri.parse(key));
  }
}
