import fs from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CompareEvent } from '../../core/compare/compare-event.ts';
import { comparisonNotes } from '../../core/compare/comparison-notes.ts';
import {
  applyCompareEvent,
  endComparison,
  restingComparison,
  startedComparison,
  type ComparisonState,
} from '../../core/compare/comparison-state.ts';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import type { ComparingProcess, CompareOutcome } from '../../node/compare/comparing-process.ts';
import { comparisonFiles, newestComparison, readComparison } from '../../node/compare/read-comparison.ts';
import { displayLanguage } from '../kit/settings.ts';
import { nameOfRun } from '../runs/name-of-run.ts';
import type { ComparisonPanel } from './compare-panel.ts';
import type { LocalComparing } from './local-comparing.ts';
import { Pace } from '../kit/pace.ts';

/** What a panel was opened for: a run, compared at once where it was not before, or what a reloaded window had on show. */
export type ComparedThing =
  | { readonly kind: 'run'; readonly directory: string }
  | { readonly kind: 'saved'; readonly restore: string };

/** One try to compare. The user may have cancelled it before its process is there. */
interface Attempt {
  cancelled: boolean;
  process: ComparingProcess | null;
  /** What was on show when it began. */
  readonly before: { readonly state: ComparisonState; readonly folder: string | null };
}

/** Changes that are shown at once are at least this far apart. */
const PACE_MS = 80;

/** A comparison on screen: read from its file, or as it is being made. */
export class CompareScreen implements Disposable {
  readonly #run: string;
  readonly #comparing: LocalComparing;
  readonly #panel: ComparisonPanel;
  readonly #opened: Promise<void>;
  readonly #pace = new Pace(PACE_MS, () => this.#tell());
  /** Folder of the comparison on show; null before there is one. */
  #folder: string | null = null;
  #state: ComparisonState = { comparison: null, progress: null, streaming: [], fault: null };
  /** What the page has got whole. */
  #told: ComparisonState | null = null;
  #attempt: Attempt | null = null;

  constructor(thing: ComparedThing, comparing: LocalComparing, panel: ComparisonPanel) {
    this.#run = thing.kind === 'run' ? thing.directory : runOf(thing.restore);
    this.#comparing = comparing;
    this.#panel = panel;
    this.#opened = thing.kind === 'run' ? this.#openNewest() : this.#openSaved(thing.restore);
  }

  /** Two panels never show comparisons of the same run. */
  get key(): string {
    return this.#run;
  }

  get name(): string {
    return nameOfRun(this.#run);
  }

  async view(): Promise<ComparisonView> {
    await this.#opened;
    const state = this.#state;
    this.#told = state;
    const { comparison, fault } = state;
    const language = displayLanguage();
    return {
      kind: 'comparison',
      language,
      restore: this.#folder ?? this.#run,
      name: this.name,
      comparison,
      progress: state.progress,
      streaming: [...state.streaming],
      fault: fault === null ? null : formatMessage(fault, language),
      notes: notesOf(state).map((note) => formatMessage(note, language)),
    };
  }

  /** @throws {HumanError} if no model is loaded any more */
  ask(text: string): void {
    const process = this.#attempt?.process;
    if (process === null || process === undefined) throw new HumanError('compare-panel.ask-unloaded');
    process.ask([{ role: 'user', content: text }]);
  }

  async cancel(): Promise<void> {
    const attempt = this.#attempt;
    if (attempt === null) return;
    attempt.cancelled = true;
    if (attempt.process === null) this.#end(attempt, { kind: 'stopped' });
    await attempt.process?.stop();
  }

  async again(): Promise<void> {
    await this.cancel();
    await this.#start();
  }

  async openRow(row: number): Promise<void> {
    const data = this.#state.comparison?.data;
    if (data === null || data === undefined) return;
    const file = path.resolve(this.#run, '../../..', data.path);
    if ((await fs.stat(file).catch(() => null)) === null) throw new HumanError('host.file-is-gone', { file });
    const selection = new vscode.Range(row - 1, 0, row - 1, 0);
    await vscode.window.showTextDocument(vscode.Uri.file(file), { selection, preview: false });
  }

  async openFile(): Promise<void> {
    if (this.#folder === null) return;
    const file = path.join(this.#folder, comparisonFiles.comparison);
    if ((await fs.stat(file).catch(() => null)) === null)
      throw new HumanError('compare.file.missing', { path: file });
    await vscode.window.showTextDocument(vscode.Uri.file(file));
  }

  /** Ends the comparing with its panel; what is saved stays. */
  dispose(): void {
    this.#pace.dispose();
    void this.cancel();
  }

  async #openNewest(): Promise<void> {
    const folder = await newestComparison(this.#run);
    if (folder === null) void this.#start();
    else await this.#openSaved(folder);
  }

  async #openSaved(restore: string): Promise<void> {
    this.#folder = restore === this.#run ? null : restore;
    try {
      this.#state = restingComparison(await readComparison(restore));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Begins anew. What was on show comes back where it cannot be begun. */
  async #start(): Promise<void> {
    const before = { state: this.#state, folder: this.#folder };
    const attempt: Attempt = { cancelled: false, process: null, before };
    const limit = before.state.comparison?.generation.maxNewTokens;
    this.#attempt = attempt;
    this.#set(startedComparison);
    try {
      const { folder, process } = await this.#comparing.start(
        this.#run,
        limit === undefined ? {} : { maxNewTokens: limit },
        (event) => this.#take(attempt, event),
      );
      attempt.process = process;
      void process.ended.then((outcome) => this.#end(attempt, outcome));
      if (attempt.cancelled) await process.stop();
      else this.#folder = folder;
    } catch (error) {
      if (this.#attempt !== attempt) return;
      this.#leave(attempt);
      this.#fail(error);
    }
  }

  #take(attempt: Attempt, event: CompareEvent): void {
    if (this.#attempt === attempt) this.#set(applyCompareEvent(this.#state, event));
  }

  #end(attempt: Attempt, outcome: CompareOutcome): void {
    if (this.#attempt !== attempt) return;
    this.#leave(attempt);
    const ended = endComparison(this.#state);
    this.#set(outcome.kind === 'failed' ? { ...ended, fault: outcome.sentence } : ended);
  }

  /** An attempt that has not come as far as to know its models leaves what was there before it. */
  #leave({ before }: Attempt): void {
    this.#attempt = null;
    if (this.#state.comparison !== null) return;
    this.#folder = before.folder;
    this.#state = before.state;
  }

  #fail(error: unknown): void {
    if (!(error instanceof HumanError)) throw error;
    this.#set({ ...endComparison(this.#state), fault: error.detail });
  }

  #set(state: ComparisonState): void {
    this.#state = state;
    this.#pace.want();
  }

  /** The words that are being written are sent by themselves; anything else with all the rest. */
  #tell(): void {
    const { comparison, fault, progress, streaming } = this.#state;
    const told = this.#told;
    const isSame =
      told !== null &&
      comparison === told.comparison &&
      fault === told.fault &&
      isWorking(this.#state) === isWorking(told);
    if (isSame) this.#panel.update({ progress, streaming: [...streaming] });
    else this.#panel.redraw();
  }
}

function notesOf(state: ComparisonState): Message[] {
  if (state.comparison !== null) return comparisonNotes(state.comparison, isWorking(state));
  return state.progress === null && state.fault === null ? [{ id: 'compare-panel.cancelled' }] : [];
}

/** Whether answers may still come unasked. */
function isWorking({ progress }: ComparisonState): boolean {
  return progress !== null && progress.phase !== 'waiting';
}

/** The run whose comparison a reloaded window had on show, or was about to. */
function runOf(restore: string): string {
  return path.basename(path.dirname(restore)) === 'comparisons' ? path.resolve(restore, '../..') : restore;
}
