import fs from 'node:fs/promises';
import path from 'node:path';
import { configurationFiles } from '../../core/recipe/configuration-files.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import type { Relocation } from '../../core/recipe/relocate-recipe.ts';
import type { Message } from '../../core/text/message.ts';
import { kindOfPath, listFiles } from './find-files.ts';
import { nothingFound, type FoundInputs, type InputFile } from './found-inputs.ts';
import { datasetInputs } from './job-dataset-inputs.ts';

/** A file that a job needs, with its size. */
export interface SizedInput extends InputFile {
  readonly bytes: number;
}

/** The files that a recipe names, and what its copy in the job calls them. */
export interface JobInputs {
  readonly files: readonly SizedInput[];
  readonly relocations: readonly Relocation[];
  /** What cannot be sent. */
  readonly faults: readonly Message[];
}

/** Finds every file of this computer that a recipe names: data, template, model and configuration files. */
export async function jobInputs(settings: RecipeSettings, cwd: string): Promise<JobInputs> {
  const found = [
    ...(await datasetInputs(settings, cwd)),
    await templateInputs(settings, cwd),
    await modelInputs(settings, cwd),
    ...(await configurationInputs(settings, cwd)),
  ];
  const files = await Promise.all(
    found
      .flatMap((each) => each.files)
      .map(async (each) => ({ ...each, bytes: (await fs.stat(each.file)).size })),
  );
  return {
    files,
    relocations: found.flatMap((each) => each.relocations),
    faults: found.flatMap((each) => each.faults),
  };
}

/** A file's text is the template; a folder brings the tokenizer that TRL copies from (trl 1.16 sft_trainer.py:748). */
async function templateInputs(settings: RecipeSettings, cwd: string): Promise<FoundInputs> {
  const named = settings.chat_template_path;
  if (named === null) return nothingFound;
  const absolute = path.resolve(cwd, named);
  const kind = await kindOfPath(absolute);
  const place = `template/${path.basename(absolute)}`;
  const relocations = [{ path: ['chat_template_path'], value: place }];
  if (kind === 'file') return { files: [{ file: absolute, path: place }], relocations, faults: [] };
  if (kind !== 'folder') return nothingFound;
  const files = (await topFiles(absolute)).filter((name) => !isWeights(name));
  return { files: files.map((name) => inside(absolute, name, place)), relocations, faults: [] };
}

async function modelInputs(settings: RecipeSettings, cwd: string): Promise<FoundInputs> {
  const named = settings.model_name_or_path;
  const absolute = named === null ? null : path.resolve(cwd, named);
  if (absolute === null || (await kindOfPath(absolute)) !== 'folder') return nothingFound;
  const names = await topFiles(absolute);
  const hasSafetensors = names.some((name) => name.endsWith('.safetensors'));
  // Where the same weights lie there twice, transformers loads the safetensors.
  const wanted = names.filter((name) => !isTrainingState(name) && !(hasSafetensors && name.endsWith('.bin')));
  return {
    files: wanted.map((name) => inside(absolute, name, 'model')),
    relocations: [{ path: ['model_name_or_path'], value: 'model' }],
    faults: [],
  };
}

async function configurationInputs(settings: RecipeSettings, cwd: string): Promise<FoundInputs[]> {
  return Promise.all(
    configurationFiles(settings).map(async ({ key, path: named }) => {
      const file = path.resolve(cwd, named);
      if ((await kindOfPath(file)) !== 'file') {
        return { ...nothingFound, faults: [{ id: 'plan.jobs.no-such-file', args: { key, path: named } }] };
      }
      const place = `config/${key}-${path.basename(file)}`;
      return { files: [{ file, path: place }], relocations: [{ path: [key], value: place }], faults: [] };
    }),
  );
}

/** Files of a folder itself: a model's subfolders are checkpoints or other formats. */
async function topFiles(folder: string): Promise<string[]> {
  return (await listFiles(folder)).filter((name) => !name.includes('/'));
}

function inside(folder: string, name: string, place: string): InputFile {
  return { file: path.join(folder, name), path: `${place}/${name}` };
}

function isWeights(name: string): boolean {
  return /\.(?:safetensors|bin|pt|pth|gguf|onnx|h5|msgpack)$|\.index\.json$/.test(name);
}

function isTrainingState(name: string): boolean {
  return /^(?:optimizer|scheduler|scaler|rng_state.*|training_args)\.(?:pt|pth|bin)$|^trainer_state\.json$/.test(
    name,
  );
}
