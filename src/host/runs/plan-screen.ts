import path from 'node:path';
import * as vscode from 'vscode';
import type { PlanView } from '../../core/protocol/run-contract.ts';
import type { PlanAction } from '../../core/recipe/plan.ts';
import { plainCommand } from '../../core/recipe/plain-command.ts';
import { speakPlan } from '../../core/recipe/speak-plan.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import type { PlannedRun } from '../../node/recipe/planned-run.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { PanelScreen, ScreenPanel } from './panel-screen.ts';
import type { LocalTraining } from './local-training.ts';

/** The plan of a recipe on screen. Its button starts the run, and the panel turns into that of the run. */
export class PlanScreen implements PanelScreen {
  readonly key: string;
  readonly icon = 'checklist';
  readonly #recipe: vscode.Uri;
  readonly #training: LocalTraining;
  readonly #panel: ScreenPanel;
  #planned: Promise<PlannedRun> | null = null;
  #starting = false;
  #busy: string | null = null;

  constructor(recipe: vscode.Uri, training: LocalTraining, panel: ScreenPanel) {
    this.key = recipe.toString();
    this.#recipe = recipe;
    this.#training = training;
    this.#panel = panel;
  }

  get title(): string {
    return vscode.l10n.t('Plan: {0}', recipeName(this.#recipe));
  }

  async view(): Promise<PlanView> {
    const { plan, about } = await this.#plan();
    const language = displayLanguage();
    return {
      kind: 'plan',
      restore: this.key,
      language,
      name: recipeName(this.#recipe),
      subtitle: [...about, vscode.workspace.asRelativePath(this.#recipe)].join(' · '),
      plan: speakPlan(plan, language),
      plainCommand: this.#plainCommand(),
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
      const handle = await this.#training.start(this.#recipe);
      handle.dispose();
      this.#panel.showRun(handle.directory);
    } finally {
      this.#starting = false;
      this.#planned = null;
      this.#panel.redraw();
    }
  }

  async act(action: PlanAction): Promise<void> {
    this.#busy = vscode.l10n.t('Working…');
    this.#panel.redraw();
    try {
      await perform(action, this.#recipe);
    } finally {
      this.#busy = null;
      this.refresh();
    }
  }

  async copyCommand(): Promise<void> {
    await vscode.env.clipboard.writeText(this.#plainCommand());
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

  #plainCommand(): string {
    return plainCommand(vscode.workspace.asRelativePath(this.#recipe, false)).join(' ');
  }
}

export function recipeName(recipe: vscode.Uri): string {
  return path.basename(recipe.path).replace(/\.sft\.ya?ml$/i, '');
}

async function perform(action: PlanAction, recipe: vscode.Uri): Promise<void> {
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
    case 'choose-hardware':
      return;
    default:
      unreachable(action);
  }
}
