import type * as vscode from 'vscode';
import { workspace } from 'vscode';
import type { BuiltReport } from '../../../core/dataset/report/built-report.ts';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type {
  ReportPanelView,
  ReportProgress,
  ReportUpdate,
  TokenTotal,
} from '../../../core/protocol/report-contract.ts';
import { formatMessage } from '../../../core/text/format-message.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import type { Message } from '../../../core/text/message.ts';
import { renderedTokens } from '../../../core/dataset/report/token-tally.ts';
import { Pace } from '../../kit/pace.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { lintSettings } from '../lint-settings.ts';
import type { WorkspaceRecipes } from '../../recipe/workspace-recipes.ts';
import type { CountedState, TokenTotals } from '../token-totals.ts';
import { countFileTokens, type TokenCounter } from './count-file-tokens.ts';
import { exportReport } from './export-report.ts';
import { ReportRecipes } from './report-recipes.ts';
import { MOST_COUNTED, MOST_ROWS, ReportTokens } from './report-tokens.ts';
import { ReportedFile } from './reported-file.ts';
import { showDataset, showRow } from './show-row.ts';

/** Changes that are shown at once are at least this far apart. */
const PACE_MS = 80;

/** What a report is made with. */
export interface ReportParts extends TokenCounter {
  readonly totals: TokenTotals;
  readonly recipes: WorkspaceRecipes;
  /** Keeps which recipe a file is counted with. */
  readonly memory: vscode.Memento;
}

/** A report, and the state that the file was in when it was begun. */
interface ReadFile {
  readonly built: BuiltReport;
  readonly state: CountedState | null;
}

/** What the screen needs of the panel that shows it. */
interface ReportPage {
  readonly column: vscode.ViewColumn | undefined;
  redraw(): void;
  update(update: ReportUpdate): void;
}

/** The report on a file: as it is being made, as it was made, and whether it still holds. */
export class ReportScreen implements Disposable {
  readonly #store = new DisposableStore();
  readonly #uri: vscode.Uri;
  readonly #parts: ReportParts;
  readonly #page: ReportPage;
  readonly #file: ReportedFile;
  readonly #pace: Pace;
  #built: BuiltReport | null = null;
  #fault: Message | null = null;
  #progress: ReportProgress = null;
  #building: AbortController | null = null;
  #counting: AbortController | null = null;
  readonly #recipes: ReportRecipes;
  readonly #trained: ReportTokens;
  #read: ReadFile | null = null;
  #tokens: TokenTotal | null = null;

  constructor(uri: vscode.Uri, parts: ReportParts, page: ReportPage, onError: (error: unknown) => void) {
    this.#uri = uri;
    this.#parts = parts;
    this.#recipes = new ReportRecipes(parts.recipes, parts.memory);
    this.#page = page;
    this.#pace = this.#store.add(new Pace(PACE_MS, () => page.update(this.#changing())));
    this.#file = this.#store.add(new ReportedFile(uri, () => this.#pace.want()));
    const { worker } = parts;
    const recipes = this.#recipes;
    this.#trained = this.#store.add(new ReportTokens(uri, { worker, recipes }, () => this.#pace.want()));
    this.#store.add(parts.recipes.onDidChange(() => void this.#recount().catch(onError)));
  }

  get key(): string {
    return this.#uri.toString();
  }

  view(): ReportPanelView {
    const language = displayLanguage();
    return {
      language,
      restore: this.key,
      name: workspace.asRelativePath(this.#uri),
      report:
        this.#built === null
          ? null
          : { report: this.#trained.addTo(this.#built.report), rules: this.#built.rules },
      tokens: this.#tokens,
      recipe: this.#trained.recipe,
      fault: this.#fault === null ? null : formatMessage(this.#fault, language),
      ...this.#changing(),
    };
  }

  /** Reads the file and makes the report, then counts its tokens; a report that is being made is cancelled. */
  async build(): Promise<void> {
    this.#building?.abort();
    this.#counting?.abort();
    const building = new AbortController();
    this.#building = building;
    let read: ReadFile | null = null;
    this.#fault = null;
    this.#progress = { done: 0, total: 0 };
    this.#page.redraw();
    try {
      const state = await this.#file.look();
      const request = {
        path: this.#uri.fsPath,
        shownPath: workspace.asRelativePath(this.#uri),
        ...lintSettings(this.#uri),
        most: MOST_ROWS,
      };
      const built = await this.#parts.worker.report(request, building.signal, (done, total) => {
        this.#progress = { done, total };
        this.#pace.want();
      });
      if (building.signal.aborted) return;
      this.#built = built;
      this.#tokens = null;
      this.#trained.forget();
      this.#file.reportedIn(state);
      read = { built, state };
    } catch (error) {
      this.#take(error, building);
    } finally {
      this.#rest(building);
    }
    if (read === null) return;
    this.#read = read;
    await this.#count(read);
  }

  cancel(): void {
    this.#building?.abort();
  }

  cancelCounting(): void {
    this.#trained.cancel();
  }

  /** Asks for the recipe that tokens are counted with, and counts them anew. */
  async chooseRecipe(): Promise<void> {
    if (await this.#recipes.choose(this.#uri)) await this.#recount();
  }

  /** @throws {HumanError} if the row has no line, or is gone */
  async openRow(row: number, focus: boolean): Promise<void> {
    const container = this.#built?.container ?? 'line';
    const line = async (): Promise<number | null> =>
      this.#parts.worker.lineOfRow({ path: this.#uri.fsPath, row, container });
    await showRow(this.#uri, { row, line, focus, besides: this.#page.column });
  }

  async openFile(): Promise<void> {
    await showDataset(this.#uri, this.#page.column);
  }

  /** @throws {HumanError} if the page cannot be written */
  async exportPage(): Promise<void> {
    if (this.#built === null) return;
    await exportReport(this.#uri, { ...this.#built, report: this.#trained.addTo(this.#built.report) });
  }

  dispose(): void {
    this.#building?.abort();
    this.#counting?.abort();
    this.#store.dispose();
  }

  /** Another recipe, or another state of it, may train on other tokens. */
  async #recount(): Promise<void> {
    if (this.#building === null && this.#read !== null) await this.#count(this.#read);
  }

  /** The report is on show while tokens are counted; they are added to it. */
  async #count(read: ReadFile): Promise<void> {
    const { state, built } = read;
    const isSame = async (): Promise<boolean> => {
      const now = await this.#file.look();
      return now?.size === state?.size && now?.mtime === state?.mtime;
    };
    const counting = this.#trained.count(built.report.file.bytes, isSame);
    this.#page.redraw();
    if (!(await counting) || this.#store.disposed || read !== this.#read) return;
    this.#page.redraw();
    const { tokens } = this.#trained;
    if (tokens?.kind === 'counted') {
      this.#tokens = null;
      if (state !== null && tokens.stopped.rows === 0)
        this.#parts.totals.set(this.#uri, state, renderedTokens(tokens));
    } else await this.#countRendered(read);
  }

  /** No recipe says what is trained, but the template in use may be known all the same. */
  async #countRendered({ built: { container, report }, state }: ReadFile): Promise<void> {
    if (container !== 'line' || state === null || report.file.bytes > MOST_COUNTED) return;
    const counting = new AbortController();
    this.#counting?.abort();
    this.#counting = counting;
    const total = await countFileTokens(this.#uri, this.#parts, counting.signal);
    if (counting.signal.aborted || total === null) return;
    this.#tokens = total;
    if (total.uncounted === 0) this.#parts.totals.set(this.#uri, state, total.tokens);
    this.#page.redraw();
  }

  /** @throws what is no sentence fit to show */
  #take(error: unknown, building: AbortController): void {
    if (building !== this.#building) return;
    if (building.signal.aborted) {
      this.#fault = this.#built === null ? { id: 'report-panel.cancelled' } : null;
      return;
    }
    this.#fault = error instanceof HumanError ? error.detail : { id: 'report-panel.failed' };
    if (!(error instanceof HumanError)) throw error;
  }

  #rest(building: AbortController): void {
    if (building !== this.#building) return;
    this.#building = null;
    this.#progress = null;
    if (!this.#store.disposed) this.#page.redraw();
  }

  #changing(): ReportUpdate {
    const counting = this.#trained.progress;
    return { progress: this.#progress, counting, stale: this.#built === null ? null : this.#file.staleness };
  }
}
