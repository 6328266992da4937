import type * as vscode from 'vscode';
import type {
  DatasetReport,
  RowExcerpt,
  TrainedTokens,
} from '../../../core/dataset/report/dataset-report.ts';
import type { Disposable } from '../../../core/lifetime/disposable-store.ts';
import type { ReportProgress, TokenRecipe } from '../../../core/protocol/report-contract.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import type { WorkerClient } from '../../../node/worker/worker-client.ts';
import type { ReportRecipes } from './report-recipes.ts';

/** Tokens of a larger file are not counted: it would take minutes. */
export const MOST_COUNTED = 30_000_000;

/** Rows that a list of the panel may have: as many as somebody walks through. */
export const MOST_ROWS = 1000;

interface ReportTokensParts {
  readonly worker: WorkerClient;
  readonly recipes: ReportRecipes;
}

/** What a report says of tokens, while they are counted and after. */
export class ReportTokens implements Disposable {
  readonly #uri: vscode.Uri;
  readonly #parts: ReportTokensParts;
  readonly #onProgress: () => void;
  #tokens: TrainedTokens | undefined;
  #excerpts: readonly RowExcerpt[] = [];
  #recipe: TokenRecipe = null;
  #progress: ReportProgress = null;
  #counting: AbortController | null = null;

  constructor(uri: vscode.Uri, parts: ReportTokensParts, onProgress: () => void) {
    this.#uri = uri;
    this.#parts = parts;
    this.#onProgress = onProgress;
  }

  get tokens(): TrainedTokens | undefined {
    return this.#tokens;
  }

  /** The recipe that they are counted with, and how many others could be taken. */
  get recipe(): TokenRecipe {
    return this.#recipe;
  }

  get progress(): ReportProgress {
    return this.#progress;
  }

  /** The report with what is known of its tokens. */
  addTo(report: DatasetReport): DatasetReport {
    if (this.#tokens === undefined) return report;
    const known = new Map([...report.excerpts, ...this.#excerpts].map((each) => [each.row, each]));
    const excerpts = [...known.values()].toSorted((a, b) => a.row - b.row);
    return { ...report, tokens: this.#tokens, excerpts };
  }

  /** Nothing is known of the tokens of another report. */
  forget(): void {
    this.#counting?.abort();
    this.#tokens = undefined;
    this.#excerpts = [];
  }

  /**
   * Counts them anew; what was known stays until then. False if it was given up for another count.
   * @param isSame whether the file is still what the report is on
   */
  async count(bytes: number, isSame: () => Promise<boolean>): Promise<boolean> {
    this.#counting?.abort();
    const counting = new AbortController();
    this.#counting = counting;
    this.#progress = { done: 0, total: 0 };
    try {
      const counted = await this.#counted(bytes, counting.signal, isSame);
      if (counting !== this.#counting) return false;
      [this.#tokens, this.#excerpts] = counted;
      return true;
    } finally {
      if (counting === this.#counting) {
        this.#counting = null;
        this.#progress = null;
      }
    }
  }

  cancel(): void {
    this.#counting?.abort();
  }

  dispose(): void {
    const counting = this.#counting;
    this.#counting = null;
    counting?.abort();
  }

  async #counted(
    bytes: number,
    signal: AbortSignal,
    isSame: () => Promise<boolean>,
  ): Promise<[TrainedTokens, readonly RowExcerpt[]]> {
    try {
      return await this.#count(bytes, signal, isSame);
    } catch (error) {
      if (signal.aborted) return [notCounted('tokens.cancelled'), []];
      if (!(error instanceof HumanError)) throw error;
      return [{ kind: 'not-counted', reason: error.detail }, []];
    }
  }

  async #count(
    bytes: number,
    signal: AbortSignal,
    isSame: () => Promise<boolean>,
  ): Promise<[TrainedTokens, readonly RowExcerpt[]]> {
    const { worker, recipes } = this.#parts;
    const used = await recipes.of(this.#uri);
    if (signal.aborted || used === null) {
      this.#recipe = null;
      return [notCounted(signal.aborted ? 'tokens.cancelled' : 'tokens.no-recipe'), []];
    }
    this.#recipe = { name: used.chosen, others: used.all.length - 1 };
    if (bytes > MOST_COUNTED)
      throw new HumanError('tokens.too-large', { megabytes: MOST_COUNTED / 1e6, recipe: used.chosen });
    const training = await recipes.training(this.#uri, used.chosen);
    if (!training.ok) return [{ kind: 'not-counted', reason: training.reason }, []];
    const request = { path: this.#uri.fsPath, choice: training.choice, most: MOST_ROWS };
    const { tokens, excerpts } = await worker.countTraining(request, signal, (done, total) => {
      this.#progress = { done, total };
      this.#onProgress();
    });
    if (!(await isSame())) throw new HumanError('tokens.changed');
    return [tokens, excerpts];
  }
}

function notCounted(id: string): TrainedTokens {
  return { kind: 'not-counted', reason: { id } };
}
