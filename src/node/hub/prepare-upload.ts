import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Comparison } from '../../core/compare/comparison.ts';
import { nameOfPath } from '../../core/hub/hide-paths.ts';
import { modelCard } from '../../core/hub/model-card.ts';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { shareComparison } from '../../core/hub/share-comparison.ts';
import { shareRecipe } from '../../core/hub/share-recipe.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import { lossSvg } from '../../core/run/loss-svg.ts';
import { addEvents, newRunProgress, type RunProgress } from '../../core/run/run-progress.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { newestComparison, readComparison } from '../compare/read-comparison.ts';
import { runFiles } from '../run/run-directory.ts';
import { RunReader, type RunStatus } from '../run/run-reader.ts';
import { hubIdOf, hubOriginOf } from './base-model.ts';
import { checkSharedText } from './check-shared-text.ts';
import { outputFiles, type ModelOutput, type OutputFile } from './output-files.ts';
import { isConfig, sharedConfig } from './shared-config.ts';
import type { UploadFile } from './upload-files.ts';

export interface UploadWish {
  /** Directory of the run. */
  readonly directory: string;
  /** `namespace/name` of the repository. */
  readonly id: string;
  /** Id at the Hub of the model that was trained on, where the run itself names a folder. */
  readonly baseModel?: string | undefined;
  /** Folder of a comparison; by default the run's newest one, if it can be read. */
  readonly comparison?: string | undefined;
}

/** A file that would leave this computer. */
export interface PreparedFile extends UploadFile {
  readonly bytes: number;
}

/** What would leave this computer, ready to be shown and sent. */
export interface PreparedUpload {
  readonly runId: string;
  readonly id: string;
  readonly baseModel: string | null;
  /** Folder of the run's result. */
  readonly folder: string;
  readonly files: readonly PreparedFile[];
  readonly notes: readonly Message[];
}

const curveName = 'training-loss.svg';
const adapterConfig = v.object({ base_model_name_or_path: v.nullish(v.string()) });

/**
 * Gathers what a run has made: the model, its tokenizer and template, the recipe, a card, the loss curve, the comparison. Nothing
 * is sent and nothing is written. No text of it names a folder of this computer or holds a token.
 * @throws {HumanError} for a run that goes on, one without a model, and an adapter on a model that nobody else has
 */
export async function prepareUpload(wish: UploadWish): Promise<PreparedUpload> {
  const { directory, id } = wish;
  for (const name of [id, ...(wish.baseModel === undefined ? [] : [wish.baseModel])]) checkId(name);
  const progress = newRunProgress();
  const status = await new RunReader(directory).look((events) => addEvents(progress, events));
  const { record } = status;
  const output = await resultOf(status);
  const cwd = path.resolve(directory, '../../..');
  const recipe = await fs.readFile(path.join(directory, runFiles.recipe), 'utf8');
  const settings = parseRecipe(recipe).recipe?.settings ?? null;
  const baseModel = await baseModelOf(wish, output.files, settings, cwd);
  if (output.kind === 'adapter' && baseModel === null) throw await localBase(output.files, settings);
  const comparison = await comparisonOf(wish);
  const sources = { id, status, progress, recipe, settings, baseModel, comparison, cwd };
  const texts = await ownTexts(sources, output.kind);
  const models = await Promise.all(output.files.map((file) => preparedFile(file, baseModel)));
  const files = [...texts, ...models];
  for (const { path: name, content } of files)
    if ('text' in content) checkSharedText(name, content.text, [cwd, record.outputDir]);
  const notes = notesOn(baseModel, comparison);
  return { runId: record.id, id, baseModel, folder: record.outputDir, files, notes };
}

async function resultOf({ record, summary }: RunStatus): Promise<ModelOutput> {
  if (summary.state === 'running') throw new HumanError('upload.running', { id: record.id });
  const output = await outputFiles(record.outputDir);
  if (output !== null) return output;
  const { id, outputDir, jobLaunch } = record;
  if (jobLaunch === undefined) throw new HumanError('upload.no-model', { folder: outputDir });
  throw new HumanError('run.jobs.not-fetched', { id, repository: jobLaunch.repository });
}

/** What one should know before it is sent. */
function notesOn(baseModel: string | null, comparison: Comparison | null): Message[] {
  const rows = comparison?.prompts.filter((each) => each.source === 'held-out').length ?? 0;
  return [
    ...(baseModel === null ? [{ id: 'upload.no-base' }] : []),
    ...(rows === 0 ? [] : [{ id: 'upload.rows-inside', args: { rows } }]),
  ];
}

interface Sources {
  readonly id: string;
  readonly status: RunStatus;
  readonly progress: RunProgress;
  readonly recipe: string;
  readonly settings: RecipeSettings | null;
  readonly baseModel: string | null;
  readonly comparison: Comparison | null;
  readonly cwd: string;
}

/** The card and what it leads to. */
async function ownTexts(sources: Sources, kind: 'adapter' | 'model'): Promise<PreparedFile[]> {
  const { id, status, progress, baseModel, cwd } = sources;
  const { record, summary } = status;
  const recipe = shareRecipe(sources.recipe);
  const curve = lossSvg(progress);
  const comparison = sources.comparison === null ? null : shareComparison(sources.comparison);
  const card = modelCard({
    id,
    kind,
    baseModel,
    datasets: await datasetIds(sources.settings, cwd),
    data: record.data.map((each) => ({ ...each, name: nameOfPath(each.path) })),
    recipe,
    steps: summary.step,
    loss: summary.loss,
    evalLoss: summary.evalLoss,
    curve: curve === null ? null : curveName,
    comparison,
    versions: record.versions,
    templateSha256: record.templateSha256,
    runId: record.id,
    createdAt: record.createdAt,
    onJobs: record.launcher === 'jobs',
  });
  return [
    textFile('README.md', card),
    textFile('recipe.yaml', recipe),
    ...(curve === null ? [] : [textFile(curveName, curve)]),
    ...(comparison === null ? [] : [textFile('comparison.json', `${JSON.stringify(comparison, null, 2)}\n`)]),
  ];
}

function textFile(name: string, text: string): PreparedFile {
  return { path: name, content: { text }, bytes: Buffer.byteLength(text) };
}

async function preparedFile(file: OutputFile, baseModel: string | null): Promise<PreparedFile> {
  if (isConfig(file)) return textFile(file.path, await sharedConfig(file, baseModel));
  return { path: file.path, content: { file: file.file }, bytes: file.bytes };
}

async function comparisonOf({ comparison, directory }: UploadWish): Promise<Comparison | null> {
  if (comparison !== undefined) return readComparison(comparison);
  const newest = await newestComparison(directory);
  return newest === null ? null : readComparison(newest).catch(() => null);
}

async function baseModelOf(
  { baseModel }: UploadWish,
  files: readonly OutputFile[],
  settings: RecipeSettings | null,
  cwd: string,
): Promise<string | null> {
  if (baseModel !== undefined) return baseModel;
  // In a job the model lay elsewhere than the recipe says, so both names count.
  for (const named of [await adapterBase(files), settings?.model_name_or_path ?? null]) {
    const id = named === null ? null : ((await hubIdOf(named, cwd)) ?? (await hubOriginOf(named, cwd)));
    if (id !== null) return id;
  }
  return null;
}

async function localBase(files: readonly OutputFile[], settings: RecipeSettings | null): Promise<HumanError> {
  const base = (await adapterBase(files)) ?? settings?.model_name_or_path ?? '?';
  return new HumanError('upload.local-base', { base });
}

/** What an adapter says that it belongs to; null for a whole model. */
async function adapterBase(files: readonly OutputFile[]): Promise<string | null> {
  const file = files.find((each) => each.path === 'adapter_config.json');
  if (file === undefined) return null;
  try {
    const parsed = v.safeParse(adapterConfig, JSON.parse(await fs.readFile(file.file, 'utf8')));
    return parsed.success ? (parsed.output.base_model_name_or_path ?? null) : null;
  } catch {
    return null;
  }
}

async function datasetIds(settings: RecipeSettings | null, cwd: string): Promise<string[]> {
  if (settings === null) return [];
  const single = settings.dataset_name === null ? [] : [settings.dataset_name];
  const named = [...single, ...settings.datasets.map((each) => each.path)];
  const ids = await Promise.all(named.map((name) => hubIdOf(name, cwd)));
  return [...new Set(ids.filter((id) => id !== null))];
}

function checkId(name: string): void {
  if (!name.includes('/') || !isRepositoryId(name)) throw new HumanError('upload.bad-name', { name });
}
