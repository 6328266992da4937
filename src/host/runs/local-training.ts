import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import type { Interpreter } from '../../node/python/interpreter.ts';
import type { LaunchFacts, PlannedRun } from '../../node/recipe/planned-run.ts';
import { launchRequest } from '../../node/run/launch-request.ts';
import type { LocalLauncher } from '../../node/run/local-launcher.ts';
import type { RunHandle } from '../../node/run/run-handle.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { hostInterpreter } from '../python/host-interpreter.ts';
import { hubEnvironment } from './hub-environment.ts';

const confirmedKey = 'confirmedRecipes';

/** Plans and starts training on this computer, for a recipe of a trusted folder. */
export class LocalTraining {
  readonly #launcher: LocalLauncher;
  readonly #memory: vscode.Memento;

  constructor(launcher: LocalLauncher, memory: vscode.Memento) {
    this.#launcher = launcher;
    this.#memory = memory;
  }

  /** @throws {HumanError} if there is no trusted folder on this disk or the recipe cannot be read. */
  async plan(recipe: vscode.Uri): Promise<PlannedRun> {
    const folder = requireFolder(recipe);
    const { buildPlan } = await import('../../node/recipe/build-plan.ts');
    const { python, fault } = await interpreterOrFault(folder);
    return buildPlan({
      recipePath: vscode.workspace.asRelativePath(recipe, false),
      cwd: folder.uri.fsPath,
      python,
      pythonFault: fault,
      env: hubEnvironment(),
    });
  }

  /** Plans anew and starts: what stood on screen may be old. @throws {HumanError} if it cannot start or the user declines. */
  async start(recipe: vscode.Uri): Promise<RunHandle> {
    const { launch } = await this.plan(recipe);
    if (launch === null) throw new HumanError('host.plan-has-errors');
    await this.#confirm(launch);
    return this.#launcher.launch(launchRequest(launch, hubEnvironment()));
  }

  /** A recipe that runs code or sends data elsewhere is confirmed once for its content (DESIGN §9). */
  async #confirm(launch: LaunchFacts): Promise<void> {
    if (launch.confirm.length === 0) return;
    const hash = createHash('sha256').update(launch.recipeText).digest('hex');
    const confirmed = this.#memory.get<readonly string[]>(confirmedKey, []);
    if (confirmed.includes(hash)) return;
    const run = vscode.l10n.t('Run It');
    const detail = vscode.l10n.t(
      'This recipe sets {0}. Run it only if you know where it came from.',
      launch.confirm.join(', '),
    );
    const title = vscode.l10n.t('Trust this recipe?');
    const choice = await vscode.window.showWarningMessage(title, { modal: true, detail }, run);
    if (choice !== run) throw new HumanError('host.not-confirmed');
    await this.#memory.update(confirmedKey, [...confirmed, hash]);
  }
}

/** That there is no interpreter is a line of the plan, not a failure to make one. */
async function interpreterOrFault(
  folder: vscode.WorkspaceFolder,
): Promise<{ readonly python: Interpreter | null; readonly fault: Message | null }> {
  try {
    return { python: await hostInterpreter(folder), fault: null };
  } catch (error) {
    if (error instanceof HumanError) return { python: null, fault: error.detail };
    throw error;
  }
}
