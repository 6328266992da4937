import type * as vscode from 'vscode';
import { workspace } from 'vscode';
import type { BuiltReport } from '../../../core/dataset/report/built-report.ts';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type {
  ReportPanelView,
  ReportProgress,
  ReportUpdate,
} from '../../../core/protocol/report-contract.ts';
import { formatMessage } from '../../../core/text/format-message.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import type { Message } from '../../../core/text/message.ts';
import type { WorkerClient } from '../../../node/worker/worker-client.ts';
import { Pace } from '../../kit/pace.ts';
import { displayLanguage, ruleSeverities } from '../../kit/settings.ts';
import { exportReport } from './export-report.ts';
import { ReportedFile } from './reported-file.ts';
import { showDataset, showRow } from './show-row.ts';

/** Rows that a list of the panel may have: as many as somebody walks through. */
const MOST_ROWS = 1000;

/** Changes that are shown at once are at least this far apart. */
const PACE_MS = 80;

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
  readonly #worker: WorkerClient;
  readonly #page: ReportPage;
  readonly #file: ReportedFile;
  readonly #pace: Pace;
  #built: BuiltReport | null = null;
  #fault: Message | null = null;
  #progress: ReportProgress = null;
  #building: AbortController | null = null;

  constructor(uri: vscode.Uri, worker: WorkerClient, page: ReportPage) {
    this.#uri = uri;
    this.#worker = worker;
    this.#page = page;
    this.#pace = this.#store.add(new Pace(PACE_MS, () => page.update(this.#changing())));
    this.#file = this.#store.add(new ReportedFile(uri, () => this.#pace.want()));
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
      report: this.#built === null ? null : { report: this.#built.report, rules: this.#built.rules },
      fault: this.#fault === null ? null : formatMessage(this.#fault, language),
      ...this.#changing(),
    };
  }

  /** Reads the file and makes the report; one that is being made is cancelled. */
  async build(): Promise<void> {
    this.#building?.abort();
    const building = new AbortController();
    this.#building = building;
    this.#fault = null;
    this.#progress = { done: 0, total: 0 };
    this.#page.redraw();
    try {
      await this.#file.remember();
      const request = {
        path: this.#uri.fsPath,
        shownPath: workspace.asRelativePath(this.#uri),
        rules: ruleSeverities(this.#uri),
        most: MOST_ROWS,
      };
      const built = await this.#worker.report(request, building.signal, (done, total) => {
        this.#progress = { done, total };
        this.#pace.want();
      });
      if (!building.signal.aborted) this.#built = built;
    } catch (error) {
      this.#take(error, building);
    } finally {
      this.#rest(building);
    }
  }

  cancel(): void {
    this.#building?.abort();
  }

  /** @throws {HumanError} if the row has no line, or is gone */
  async openRow(row: number, focus: boolean): Promise<void> {
    const container = this.#built?.container ?? 'line';
    const line = async (): Promise<number | null> =>
      this.#worker.lineOfRow({ path: this.#uri.fsPath, row, container });
    await showRow(this.#uri, { row, line, focus, besides: this.#page.column });
  }

  async openFile(): Promise<void> {
    await showDataset(this.#uri, this.#page.column);
  }

  /** @throws {HumanError} if the page cannot be written */
  async exportPage(): Promise<void> {
    if (this.#built !== null) await exportReport(this.#uri, this.#built);
  }

  dispose(): void {
    this.#building?.abort();
    this.#store.dispose();
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
    return { progress: this.#progress, stale: this.#built === null ? null : this.#file.staleness };
  }
}
