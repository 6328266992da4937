import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import { dollars, type JobChoice } from '../../core/recipe/job-choice.ts';
import { recipeName } from '../../core/recipe/recipe-name.ts';
import { trainOnJobsLine } from '../../core/recipe/train-on-jobs-line.ts';
import { runId } from '../../core/run/run-id.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { formatBytes } from '../../core/text/format-bytes.ts';
import type { HubConnection } from '../../node/hub/hub-connection.ts';
import type { UploadProgress } from '../../node/hub/upload-meter.ts';
import type { Places } from '../../node/places.ts';
import type { PlannedJob } from '../../node/recipe/planned-job.ts';
import type { PlannedRun } from '../../node/recipe/planned-run.ts';
import { launchRequest } from '../../node/run/launch-request.ts';
import type { RunHandle } from '../../node/run/run-handle.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { confirmRecipe } from './confirm-recipe.ts';
import { chooseHardware } from './choose-hardware.ts';
import { hubEnvironment } from './hub-environment.ts';
import type { JobChoices } from './job-choices.ts';
import { planRequest } from './plan-request.ts';
import type { TrainingWay } from './training-way.ts';

/** Plans and starts training on HF Jobs, for a recipe of a trusted folder. */
export class JobsTraining implements TrainingWay {
  readonly kind = 'jobs';
  readonly #places: Places;
  readonly #account: HubAccount;
  readonly #memory: vscode.Memento;
  readonly #choices: JobChoices;
  /** The run to be of each recipe: what the plan on screen names is what is started. */
  readonly #ids = new Map<string, string>();

  constructor(places: Places, account: HubAccount, choices: JobChoices, memory: vscode.Memento) {
    this.#places = places;
    this.#account = account;
    this.#memory = memory;
    this.#choices = choices;
  }

  async plan(recipe: vscode.Uri): Promise<PlannedRun> {
    return this.#plan(recipe, await this.#account.connect());
  }

  async start(recipe: vscode.Uri, say: (progress: Message | null) => void): Promise<RunHandle> {
    const connection = await this.#account.connect();
    const { launch, job } = await this.#plan(recipe, connection);
    if (launch === null || job === null) throw new HumanError('host.plan-has-errors');
    await confirmRecipe(launch, this.#memory);
    const { JobsLauncher } = await import('../../node/run/jobs-launcher.ts');
    const run = launchRequest(launch, hubEnvironment());
    // Whatever comes of it, another start is another run.
    this.#ids.delete(recipe.toString());
    return cancellable((signal) =>
      new JobsLauncher(this.#places).launch({
        run,
        job,
        connection,
        signal,
        onProgress: (progress) => say(uploadWords(progress)),
      }),
    );
  }

  startLabel(planned: PlannedRun): Message {
    const job = 'job' in planned ? (planned as PlannedJob).job : null;
    if (job === null || job.costPerHour === null) return { id: 'plan.jobs.start' };
    const most = dollars((job.costPerHour * job.timeoutSeconds) / 3600);
    return { id: 'plan.jobs.start-at-most', args: { most } };
  }

  shellLine(recipe: vscode.Uri): string {
    return trainOnJobsLine(vscode.workspace.asRelativePath(recipe, false), this.#choices.of(recipe));
  }

  async chooseHardware(recipe: vscode.Uri): Promise<void> {
    const { listHardware } = await import('../../node/hub/jobs-client.ts');
    const hardware = await listHardware(await this.#account.connect());
    const choice = await chooseHardware(hardware, this.#choices.of(recipe));
    if (choice !== undefined) await this.#choices.keep(recipe, choice);
  }

  async #plan(recipe: vscode.Uri, connection: HubConnection): Promise<PlannedJob> {
    const request = await planRequest(recipe);
    const choice: JobChoice = this.#choices.of(recipe);
    const { buildJobsPlan } = await import('../../node/recipe/build-jobs-plan.ts');
    const pythonFolder = this.#places.python;
    return buildJobsPlan({ ...request, connection, choice, pythonFolder, runId: this.#idOf(recipe) });
  }

  #idOf(recipe: vscode.Uri): string {
    const key = recipe.toString();
    const id = this.#ids.get(key) ?? runId(new Date(), recipeName(recipe.path), randomInt(0x10000));
    this.#ids.set(key, id);
    return id;
  }
}

/** Runs work beside a notification that can cancel it. */
async function cancellable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const title = vscode.l10n.t('Sending the run to Hugging Face Jobs');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    return work(abort.signal);
  });
}

function uploadWords({ phase, done, total }: UploadProgress): Message {
  const args = { done: formatBytes(done), total: formatBytes(total) };
  return { id: `plan.jobs.sending.${phase}`, args };
}
