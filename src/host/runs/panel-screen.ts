import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { RunPanelView, RunUpdate, StepRow } from '../../core/protocol/run-contract.ts';
import type { PlanAction } from '../../core/recipe/plan.ts';

/** What a screen may ask of the panel that shows it. */
export interface ScreenPanel {
  /** Shows the screen's view anew. */
  redraw(): void;
  append(update: RunUpdate): void;
  /** Replaces the screen by that of a run: a plan that was started turns into its run. */
  showRun(directory: string): void;
  report(error: unknown): void;
}

/** A plan or a run, as the panel shows it. What a screen does not offer is ignored. */
export interface PanelScreen extends Disposable {
  /** Two panels never show the same thing: the recipe's URI or the run's directory. */
  readonly key: string;
  readonly title: string;
  readonly icon: 'checklist' | 'graph-line';
  view(): Promise<RunPanelView>;
  refresh?(): void;
  start?(): Promise<void>;
  act?(action: PlanAction): Promise<void>;
  copyCommand?(): Promise<void>;
  stop?(): Promise<void>;
  fetchResult?(): Promise<void>;
  openJob?(): Promise<void>;
  compare?(): Promise<void>;
  rowsOfStep?(step: number): Promise<StepRow[]>;
  openRow?(dataset: number, row: number): Promise<void>;
  openLog?(): Promise<void>;
  openRecipe?(): Promise<void>;
}
