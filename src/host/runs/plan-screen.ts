import * as vscode from 'vscode';
import type { PlanView } from '../../core/protocol/run-contract.ts';
import type { PlanAction } from '../../core/recipe/plan.ts';
import { recipeName } from '../../core/recipe/recipe-name.ts';
import { speakPlan } from '../../core/recipe/speak-plan.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { Message } from '../../core/text/message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import type { PlannedRun } from '../../node/recipe/planned-run.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { PanelScreen, ScreenPanel } from './panel-screen.ts';
import type { TrainingWay } from './training-way.ts';

const installing: ReadonlySet<PlanAction> = new Set(['set-up-python', 'install-packages', 'set-up-model']);

/** The plan of a recipe on screen. Its button starts the run, and the panel turns into that of the run. */
export class PlanScreen implements PanelScreen {
  readonly key: string;
  readonly icon = 'checklist';
  readonly #recipe: vscode.Uri;
  readonly #training: TrainingWay;
  readonly #panel: ScreenPanel;
  #planned: Promise<PlannedRun> | null = null;
  #starting = false;
  #busy: string | null = null;

  constructor(recipe: vscode.Uri, training: TrainingWay, panel: ScreenPanel) {
    this.key = planKey(recipe, training.kind);
    this.#recipe = recipe;
    this.#training = training;
    this.#panel = panel;
  }

  get title(): string {
    return vscode.l10n.t('Plan: {0}', recipeName(this.#recipe.path));
  }

  async view(): Promise<PlanView> {
    const planned = await this.#plan();
    const { plan, about } = planned;
    const language = displayLanguage();
    return {
      kind: 'plan',
      restore: this.key,
      language,
      name: recipeName(this.#recipe.path),
      subtitle: [...about, vscode.workspace.asRelativePath(this.#recipe)].join(' · '),
      plan: speakPlan(plan, language),
      plainCommand: this.#training.shellLine(this.#recipe),
      launcher: this.#training.kind,
      startLabel: formatMessage(this.#training.startLabel(planned), language),
      starting: this.#starting,
      busy: this.#busy,
    };
  }

  refresh(): void {
    this.#planned = null;
    this.#panel.redraw();
  }

  async start(): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    this.#panel.redraw();
    try {
      const handle = await this.#training.start(this.#recipe, (progress) => this.#say(progress));
      handle.dispose();
      this.#panel.showRun(handle.directory);
    } finally {
      this.#starting = false;
      this.#busy = null;
      this.#planned = null;
      this.#panel.redraw();
    }
  }

  async act(action: PlanAction): Promise<void> {
    // What asks its user in a list or an input box works on nothing meanwhile.
    if (installing.has(action)) {
      this.#busy = vscode.l10n.t('Working…');
      this.#panel.redraw();
    }
    try {
      if (action === 'choose-hardware') await this.#training.chooseHardware?.(this.#recipe);
      else await perform(action, this.#recipe);
    } finally {
      this.#busy = null;
      this.refresh();
    }
  }

  async copyCommand(): Promise<void> {
    await vscode.env.clipboard.writeText(this.#training.shellLine(this.#recipe));
  }

  async openRecipe(): Promise<void> {
    await vscode.window.showTextDocument(this.#recipe);
  }

  dispose(): void {
    this.#planned = null;
  }

  #plan(): Promise<PlannedRun> {
    const planned = this.#planned ?? this.#training.plan(this.#recipe);
    this.#planned = planned;
    return planned;
  }

  #say(progress: Message | null): void {
    this.#busy = progress === null ? null : formatMessage(progress, displayLanguage());
    this.#panel.redraw();
  }
}

/** What the panel of a plan is found again by: the recipe, and where it would run. */
export function planKey(recipe: vscode.Uri, kind: TrainingWay['kind']): string {
  return recipe.with({ fragment: kind === 'jobs' ? 'jobs' : '' }).toString();
}

async function perform(action: Exclude<PlanAction, 'choose-hardware'>, recipe: vscode.Uri): Promise<void> {
  switch (action) {
    case 'set-up-python':
    case 'install-packages':
      await vscode.commands.executeCommand('tuningFork.setUpPythonEnvironment');
      return;
    case 'set-up-model':
      await vscode.commands.executeCommand('tuningFork.setUpSample');
      return;
    case 'select-interpreter':
      await vscode.commands.executeCommand('tuningFork.selectInterpreter');
      return;
    case 'sign-in':
      await vscode.commands.executeCommand('tuningFork.signIn');
      return;
    case 'open-recipe':
      await vscode.window.showTextDocument(recipe);
      return;
    default:
      unreachable(action);
  }
}
