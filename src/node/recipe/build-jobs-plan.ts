import { costPerHour, type JobHardware } from '../../core/hub/job.ts';
import { originWords } from '../../core/hub/account-sentence.ts';
import { findLeaving, leavingResult } from '../../core/recipe/find-leaving.ts';
import { defaultFlavor, defaultTimeoutSeconds, type JobChoice } from '../../core/recipe/job-choice.ts';
import { jobPackages } from '../../core/recipe/job-packages.ts';
import { jobCommand, jobOverrides } from '../../core/recipe/job-recipe.ts';
import type { Plan, PlanLine, PlannedLeaving } from '../../core/recipe/plan.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import { relocateRecipe } from '../../core/recipe/relocate-recipe.ts';
import { asciiSlug } from '../../core/run/run-id.ts';
import { freeRepositoryName } from '../hub/free-repository-name.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { listHardware } from '../hub/jobs-client.ts';
import { whoAmI, type SignedInAccount } from '../hub/who-am-i.ts';
import { gatherForPlan, type GatheredForPlan } from './gather-for-plan.ts';
import { hubSourceLines } from './hub-sources.ts';
import { jobInputs, type JobInputs, type SizedInput } from './job-inputs.ts';
import { launchFacts, planSubjects } from './launch-facts.ts';
import { accountLine, refusedLine } from './lines/account-lines.ts';
import {
  hardwareLines,
  jobLeavesLine,
  jobPackagesLine,
  resultLine,
  resumeLine,
  unknownHardwareLine,
  unsendableLine,
} from './lines/job-lines.ts';
import { trustLines } from './lines/place-lines.ts';
import { recipeLines } from './lines/recipe-lines.ts';
import { trainingLines } from './lines/training-lines.ts';
import type { PlanRequest } from './plan-request.ts';
import type { PlannedJob } from './planned-job.ts';
import { readRecipe, type ReadRecipe } from './read-recipe.ts';
import { runnerFiles } from './runner-files.ts';

export interface JobsPlanRequest extends PlanRequest {
  readonly connection: HubConnection;
  readonly choice: JobChoice;
  /** Id of the run to be, which names its repository of inputs; null where nothing will be started. */
  readonly runId: string | null;
  /** Folder that holds the Python package `tuning_fork`. */
  readonly pythonFolder: string;
}

/** What the Hub said that a plan needs. */
interface HubFacts {
  readonly account: SignedInAccount;
  readonly hardware: readonly JobHardware[];
  readonly repository: string;
}

/**
 * What a recipe would do on HF Jobs: reads the recipe and its files, asks the Hub for account, machines and names, and starts nothing.
 * @throws {HumanError} if the recipe's own path cannot be read; everything else that is wrong is a line of the plan
 */
export async function buildJobsPlan(request: JobsPlanRequest): Promise<PlannedJob> {
  const read = await readRecipe(request.recipePath, request.cwd);
  const found = recipeLines(read.findings);
  if (read.recipe === null)
    return { plan: planOf(request, [], found, []), about: [], launch: null, job: null };
  const { settings } = read.recipe;
  const env = { ...request.env, ...settings.env };
  const facts = await gatherForPlan(settings, request, env);
  const inputs = await jobInputs(settings, request.cwd);
  const hub = await askHub(request.connection, settings, read.name);
  const about = planSubjects(settings, facts.model);
  const own = [...found, ...(settings.resume_from_checkpoint ? [resumeLine()] : [])];
  if (hub instanceof HubError) {
    const lines = [...own, refusedLine(hub), ...trainingLines(settings, facts.data.train)];
    return { plan: planOf(request, [], lines, []), about, launch: null, job: null };
  }
  return planWithHub(request, read, settings, { own, facts, inputs, hub, about });
}

interface Known {
  readonly own: readonly PlanLine[];
  readonly facts: GatheredForPlan;
  readonly inputs: JobInputs;
  readonly hub: HubFacts;
  readonly about: readonly string[];
}

async function planWithHub(
  request: JobsPlanRequest,
  read: ReadRecipe,
  settings: RecipeSettings,
  { own, facts, inputs, hub, about }: Known,
): Promise<PlannedJob> {
  const { connection, choice, python } = request;
  const { account, repository } = hub;
  const flavor = choice.flavor ?? defaultFlavor(settings, hub.hardware);
  const timeout = choice.timeoutSeconds ?? defaultTimeoutSeconds;
  const hardware = hub.hardware.find((each) => each.name === flavor);
  const packages = jobPackages(settings, python?.packages ?? {});
  const overrides = jobOverrides(settings, repository);
  const command = jobCommand(packages, overrides);
  const inputsRepository = `${account.name}/${request.runId ?? '<run id>'}`;
  const runner = await runnerFiles(request.pythonFolder);
  const sent = sentFiles(read, inputs, runner, `${connection.endpoint}/datasets/${inputsRepository}`);
  const bytes = sent.reduce((sum, each) => sum + each.bytes, 0);
  const leaves = [...sent, ...resultAndServices(connection.endpoint, settings, repository)];
  const lines = [
    ...own,
    accountLine(account, connection, connection.origin == null ? null : originWords(connection.origin)),
    ...(hardware === undefined
      ? [unknownHardwareLine(flavor, hub.hardware)]
      : hardwareLines(hardware, timeout, choice.flavor !== null, settings)),
    jobPackagesLine(packages, python),
    ...(await hubSourceLines(settings, facts, connection, request.cwd)),
    ...inputs.faults.map(unsendableLine),
    ...trainingLines(settings, facts.data.train),
    resultLine(repository, settings.output_dir, settings),
    // The recipe and the job's own record beside what the recipe names.
    jobLeavesLine(inputs.files.length + runner.length + 2, bytes, inputsRepository),
    ...trustLines(settings),
  ];
  const plan = planOf(request, command, lines, leaves);
  if (!plan.ok || hardware === undefined || request.runId === null || read.recipe === null)
    return { plan, about, launch: null, job: null };
  return {
    plan,
    about,
    launch: await launchFacts(request, python?.path ?? '', read, settings, facts, true),
    job: {
      id: request.runId,
      namespace: account.name,
      simulated: account.simulated,
      flavor,
      timeoutSeconds: timeout,
      costPerHour: costPerHour(hardware),
      repository,
      command,
      inputs: inputs.files,
      recipeText: relocateRecipe(read.text, read.recipe.entries, inputs.relocations),
    },
  };
}

async function askHub(
  connection: HubConnection,
  settings: RecipeSettings,
  recipeName: string,
): Promise<HubFacts | HubError> {
  try {
    const account = await whoAmI(connection);
    const hardware = await listHardware(connection);
    const own = settings.push_to_hub ? settings.hub_model_id : null;
    const wanted = own ?? asciiSlug(recipeName);
    const id = wanted.includes('/') ? wanted : `${account.name}/${wanted}`;
    const repository = own === null ? await freeRepositoryName(connection, { type: 'model', id }) : id;
    return { account, hardware, repository };
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

/** Each file that goes to the repository of inputs; the runner's own stand together. */
function sentFiles(
  read: ReadRecipe,
  inputs: JobInputs,
  runner: readonly SizedInput[],
  where: string,
): PlannedLeaving[] {
  const file = (path: string, bytes: number): PlannedLeaving => ({
    what: { id: 'plan.leaving.file', args: { path } },
    bytes,
    where,
    private: true,
  });
  const bytes = runner.reduce((sum, each) => sum + each.bytes, 0);
  const what = { id: 'plan.leaving.runner', args: { files: runner.length } };
  return [
    file('recipe.yaml', Buffer.byteLength(read.text)),
    ...inputs.files.map((each) => file(each.path, each.bytes)),
    { what, bytes, where, private: true },
  ];
}

/** What the job sends back to the Hub, and what the recipe itself sends away. */
function resultAndServices(endpoint: string, settings: RecipeSettings, repository: string): PlannedLeaving[] {
  const isPublic = settings.push_to_hub && settings.hub_private_repo === false;
  const where = `${endpoint}/${repository}`;
  const result = { what: leavingResult(settings), bytes: 0, where, private: !isPublic };
  return [result, ...findLeaving({ ...settings, push_to_hub: false }, endpoint, 0)];
}

function planOf(
  request: JobsPlanRequest,
  command: readonly string[],
  lines: readonly PlanLine[],
  leaves: Plan['leaves'],
): Plan {
  const ok = lines.every((line) => line.severity !== 'error');
  return { recipe: request.recipePath, command, lines, leaves, ok };
}
