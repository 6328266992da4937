import path from 'node:path';
import { configurationFiles } from '../../core/recipe/configuration-files.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import type { LocalInput } from '../../core/recipe/shell-command.ts';
import { kindOfPath } from './find-files.ts';

const GLOB = /[*?[{]/;

/** The files and folders of this computer that a recipe names, each once, as they are written there; a pattern's folder for a pattern. */
export async function localInputs(settings: RecipeSettings, cwd: string): Promise<LocalInput[]> {
  const inputs: LocalInput[] = [];
  for (const name of new Set(namesOf(settings))) {
    const kind = await kindOfPath(path.resolve(cwd, name));
    if (kind !== 'other') inputs.push({ path: name, kind });
  }
  return inputs;
}

function namesOf(settings: RecipeSettings): string[] {
  const { model_name_or_path, chat_template_path, datasets } = settings;
  const configurations = configurationFiles(settings).map((each) => each.path);
  const items = datasets.flatMap((item) => [
    item.path,
    item.dataDir,
    ...Object.values(item.dataFiles ?? {})
      .flat()
      .map((file) => withoutPattern(item.dataDir === null ? file : path.posix.join(item.dataDir, file))),
  ]);
  const dataset = datasets.length > 0 ? null : settings.dataset_name;
  const named = [model_name_or_path, chat_template_path, ...configurations, dataset, ...items];
  return named.filter((name): name is string => name !== null && name !== '');
}

/** `data/train-*.jsonl` → `data`, the folder that holds what the pattern finds. */
function withoutPattern(file: string): string {
  const parts = file.split('/');
  const first = parts.findIndex((part) => GLOB.test(part));
  if (first === -1) return file;
  return first === 0 ? '.' : parts.slice(0, first).join('/') || '/';
}
