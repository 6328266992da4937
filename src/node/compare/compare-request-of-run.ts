import path from 'node:path';
import type { CompareRequest } from '../../core/compare/compare-request.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { localTime } from '../../core/text/local-time.ts';
import { findModel } from '../recipe/model-facts.ts';
import { readRecipe } from '../recipe/read-recipe.ts';
import { resolveData } from '../recipe/resolve-data.ts';
import { runFiles } from '../run/run-directory.ts';
import { RunReader, type RunStatus } from '../run/run-reader.ts';
import { comparisonsFolder } from './read-comparison.ts';
import { trainedResult } from './trained-result.ts';

/** What a comparison measures and asks unless it is told otherwise. */
export const comparedByDefault = {
  mostAsked: 12,
  mostMeasured: 200,
  maxNewTokens: 64,
} as const satisfies Partial<CompareRequest>;

/** What may be asked for besides what the run itself says. */
export type CompareChanges = Partial<
  Pick<
    CompareRequest,
    'before' | 'data' | 'out' | 'prompts' | 'mostAsked' | 'mostMeasured' | 'maxNewTokens' | 'stay' | 'addTo'
  >
>;

/**
 * The request that compares the result of a run with what it was trained from, on the data that it held out.
 * @param directory the run's directory
 * @throws {HumanError} if the run is not over, left nothing to compare, or cannot be read
 */
export async function compareRequestOfRun(
  directory: string,
  env: NodeJS.ProcessEnv,
  changes: CompareChanges = {},
): Promise<CompareRequest> {
  const { record, summary } = await new RunReader(directory).look();
  const { id } = record;
  if (summary.state === 'running') throw new HumanError('compare.run.running', { id });
  const folder = path.resolve(directory, '../../..');
  const after = await resultOf({ record, summary }, folder);
  const recipePath = path.join(directory, runFiles.recipe);
  const { recipe } = await readRecipe(recipePath, folder);
  if (recipe === null) throw new HumanError('compare.run.no-recipe', { id });
  const data = await resolveData(recipe.settings, folder, env);
  return {
    version: 1,
    folder,
    out: path.join(comparisonsFolder(directory), stampOf(new Date())),
    run: id,
    recipe: recipePath,
    before: null,
    after,
    names: {
      before: await ownNameOf(
        changes.before ?? recipe.settings.model_name_or_path,
        recipe.settings.model_revision,
        folder,
        env,
      ),
      after: record.name,
    },
    data: data.test?.flatMap(({ files }) => files)[0] ?? null,
    trainingData: data.train.flatMap(({ files }) => files),
    ...comparedByDefault,
    prompts: [],
    seed: recipe.settings.seed,
    stay: false,
    addTo: null,
    ...changes,
  };
}

async function resultOf(
  { record, summary }: Pick<RunStatus, 'record' | 'summary'>,
  folder: string,
): Promise<string> {
  const result = await trainedResult(path.resolve(folder, record.outputDir));
  if (result !== null) return result;
  const repository = record.jobLaunch?.repository;
  if (repository !== undefined) throw new HumanError('run.jobs.not-fetched', { id: record.id, repository });
  throw new HumanError('compare.run.no-result', { id: record.id, folder: summary.outputDir });
}

/** The name that a model has besides its path, as the plan shows it; null if it has none. */
async function ownNameOf(
  model: string | null,
  revision: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  if (model === null) return null;
  const found = await findModel(model, revision, folder, env);
  return found.kind === 'found' && found.facts.name !== model ? found.facts.name : null;
}

/** `yyyymmdd-hhmmss` in local time. */
function stampOf(at: Date): string {
  return localTime(at).replaceAll(/[-:]/g, '').replace('T', '-');
}
