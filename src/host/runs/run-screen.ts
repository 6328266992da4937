import fs from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunUpdate as PageUpdate, RunView, StepRow } from '../../core/protocol/run-contract.ts';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { RunEvent } from '../../core/run/run-event.ts';
import { rowAnswer } from '../../core/dataset/row/row-answer.ts';
import { rowsOfStep, type RowLoss } from '../../core/run/rows-of-step.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { readRowText } from '../../node/dataset/read-row-text.ts';
import { outputFiles } from '../../node/hub/output-files.ts';
import { followRun, type FollowedRun, type RunUpdate } from '../../node/run/follow-run.ts';
import { runFiles } from '../../node/run/run-directory.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { fetchRunResult } from './fetch-run-result.ts';
import type { JobFollowers } from './job-followers.ts';
import { jobViewOf } from './job-view.ts';
import type { LogDocuments } from './log-documents.ts';
import { nameOfRun } from './name-of-run.ts';
import type { PanelScreen, ScreenPanel } from './panel-screen.ts';

/** Characters of a row's answer that a list has room for. */
const MOST_SHOWN = 200;

/** What the screens of runs share. */
export interface RunScreenParts {
  readonly logs: LogDocuments;
  readonly account: HubAccount;
  readonly followers: JobFollowers;
}

/** A run on screen. It only reads the run's directory, so it shows a run that any window or terminal has started. */
export class RunScreen implements PanelScreen {
  readonly key: string;
  readonly icon = 'graph-line';
  readonly #directory: string;
  readonly #logs: LogDocuments;
  readonly #panel: ScreenPanel;
  readonly #followed: FollowedRun;
  readonly #events: RunEvent[] = [];
  readonly #rows = new Map<number, readonly RowLoss[]>();
  readonly #account: HubAccount;
  readonly #followers: JobFollowers;
  readonly #contact: Disposable;
  #latest: RunUpdate | null = null;
  /** The result of a job is on this computer. */
  #fetched = false;
  readonly #first: Promise<void>;

  constructor(directory: string, parts: RunScreenParts, panel: ScreenPanel) {
    this.key = directory;
    this.#logs = parts.logs;
    this.#account = parts.account;
    this.#followers = parts.followers;
    this.#contact = parts.followers.onDidChangeContact((changed) => {
      if (changed === directory) panel.redraw();
    });
    this.#directory = directory;
    this.#panel = panel;
    const first = Promise.withResolvers<void>();
    this.#first = first.promise;
    this.#followed = followRun(directory, (update) => {
      this.#take(update);
      first.resolve();
    });
    this.#followed.ended.then(() => first.resolve(), first.reject);
    first.promise.catch(() => undefined);
  }

  get title(): string {
    return this.#latest?.record.name ?? nameOfRun(this.#directory);
  }

  async view(): Promise<RunView> {
    await this.#first;
    const latest = this.#latest;
    if (latest === null) throw new HumanError('run.unreadable', { id: path.basename(this.#directory) });
    const { record } = latest;
    if (record.launcher === 'jobs') this.#fetched = (await outputFiles(record.outputDir)) !== null;
    return {
      kind: 'run',
      restore: this.#directory,
      ...this.#pageUpdate(latest),
      language: displayLanguage(),
      events: this.#events,
      recipe: await fs.readFile(path.join(this.#directory, runFiles.recipe), 'utf8').catch(() => ''),
      environment: [['Python', record.python ?? ''], ...Object.entries(record.versions)],
      data: record.data.map(({ path: file }) => file),
    };
  }

  async stop(): Promise<void> {
    const { endRun } = await import('../../node/run/end-run.ts');
    await endRun(this.#directory, () => this.#account.connect());
  }

  async fetchResult(): Promise<void> {
    await fetchRunResult(this.#directory, this.#account);
    this.#panel.redraw();
  }

  async openJob(): Promise<void> {
    const url = this.#latest?.record.job?.url ?? '';
    // The address stands in a file of the folder: only a page of the web is opened.
    if (/^https?:\/\//.test(url)) await vscode.env.openExternal(vscode.Uri.parse(url));
  }

  async compare(): Promise<void> {
    await vscode.commands.executeCommand('tuningFork.compareBeforeAfter', path.basename(this.#directory));
  }

  async rowsOfStep(step: number): Promise<StepRow[]> {
    const data = this.#latest?.record.data ?? [];
    const rows = rowsOfStep(this.#rows.get(step) ?? []);
    return Promise.all(
      rows.map(async (row) => {
        const file = data[row.dataset]?.path;
        const text = file === undefined ? null : await readRowText(file, row.row).catch(() => null);
        return { ...row, text: text === null ? '' : rowAnswer(text).slice(0, MOST_SHOWN) };
      }),
    );
  }

  async openRow(dataset: number, row: number): Promise<void> {
    const file = this.#latest?.record.data[dataset]?.path;
    if (file === undefined) return;
    if ((await fs.stat(file).catch(() => null)) === null) throw new HumanError('host.file-is-gone', { file });
    const selection = new vscode.Range(row - 1, 0, row - 1, 0);
    await vscode.window.showTextDocument(vscode.Uri.file(file), { selection, preview: false });
  }

  async openLog(): Promise<void> {
    await this.#logs.open(this.#directory, this.title);
  }

  async openRecipe(): Promise<void> {
    await vscode.window.showTextDocument(vscode.Uri.file(path.join(this.#directory, runFiles.recipe)));
  }

  dispose(): void {
    this.#contact.dispose();
    this.#followed.dispose();
  }

  #take(update: RunUpdate): void {
    const shown = update.events.filter((event) => event.type !== 'rows');
    for (const event of shown) this.#events.push(event);
    for (const event of update.events) if (event.type === 'rows') this.#rows.set(event.step, event.rows);
    this.#latest = update;
    this.#panel.append({ ...this.#pageUpdate(update), events: shown });
  }

  #pageUpdate({ record, summary, outcome, log }: RunUpdate): Omit<PageUpdate, 'events'> {
    const language = displayLanguage();
    const problem = this.#followers.problemOf(this.#directory);
    return {
      summary,
      outcome: outcome === null ? null : formatMessage(outcome, language),
      job: jobViewOf(record, problem, this.#fetched, language),
      log,
    };
  }
}
