import * as vscode from 'vscode';
import { plainCommand } from '../../core/recipe/plain-command.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import type { PlannedRun } from '../../node/recipe/planned-run.ts';
import { launchRequest } from '../../node/run/launch-request.ts';
import type { LocalLauncher } from '../../node/run/local-launcher.ts';
import type { RunHandle } from '../../node/run/run-handle.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { confirmRecipe } from './confirm-recipe.ts';
import { hubEnvironment } from './hub-environment.ts';
import { planRequest } from './plan-request.ts';
import type { TrainingWay } from './training-way.ts';

/** Plans and starts training on this computer, for a recipe of a trusted folder. */
export class LocalTraining implements TrainingWay {
  readonly kind = 'local';
  readonly #launcher: LocalLauncher;
  readonly #account: HubAccount;
  readonly #memory: vscode.Memento;

  constructor(launcher: LocalLauncher, account: HubAccount, memory: vscode.Memento) {
    this.#launcher = launcher;
    this.#account = account;
    this.#memory = memory;
  }

  async plan(recipe: vscode.Uri): Promise<PlannedRun> {
    const request = await planRequest(recipe);
    const { buildPlan } = await import('../../node/recipe/build-plan.ts');
    return buildPlan({ ...request, secret: () => this.#account.secret() });
  }

  async start(recipe: vscode.Uri): Promise<RunHandle> {
    const { launch } = await this.plan(recipe);
    if (launch === null) throw new HumanError('host.plan-has-errors');
    await confirmRecipe(launch, this.#memory);
    const pastedToken = launch.needsToken ? await this.#account.pastedToken() : null;
    return this.#launcher.launch({ ...launchRequest(launch, hubEnvironment()), pastedToken });
  }

  startLabel(): Message {
    return { id: 'word.train-here' };
  }

  shellLine(recipe: vscode.Uri): string {
    return plainCommand(vscode.workspace.asRelativePath(recipe, false)).join(' ');
  }
}
