import path from 'node:path';
import type { DatasetItem, RecipeSettings } from '../../core/recipe/recipe.ts';
import type { Relocation } from '../../core/recipe/relocate-recipe.ts';
import { splitFiles } from '../../core/recipe/split-files.ts';
import { kindOfPath, listFiles, matchPattern } from './find-files.ts';
import { nothingFound, type FoundInputs, type InputFile } from './found-inputs.ts';
import { hasCard, isPackaged } from './resolve-data.ts';

/** The data files of a recipe. Names and folders stay, because `datasets` tells splits by them. */
export async function datasetInputs(settings: RecipeSettings, cwd: string): Promise<FoundInputs[]> {
  // trl 1.16 scripts/sft.py:112: `datasets` wins over `dataset_name`.
  if (settings.datasets.length > 0) {
    return Promise.all(settings.datasets.map((item, index) => itemInputs(item, index, cwd)));
  }
  const name = settings.dataset_name;
  if (name === null) return [];
  const folder = path.resolve(cwd, name);
  if ((await kindOfPath(folder)) !== 'folder') return [];
  return [await folderInputs(folder, `data/${path.basename(folder)}`, ['dataset_name'])];
}

async function itemInputs(item: DatasetItem, index: number, cwd: string): Promise<FoundInputs> {
  const at = (key: string): Relocation['path'] => ['datasets', index, key];
  const place = `data/${index}`;
  if (isPackaged(item.path)) {
    if (item.dataFiles !== null) return fileInputs(item, place, at, cwd);
    if (item.dataDir === null) return nothingFound;
    const folder = path.resolve(cwd, item.dataDir);
    return placedFolder(folder, await listFiles(folder), place, at('data_dir'));
  }
  const folder = path.resolve(cwd, item.path);
  if (item.path === '' || (await kindOfPath(folder)) !== 'folder') return nothingFound;
  return folderInputs(folder, place, at('path'));
}

/** Everything that `datasets` would look at in a folder: it reads all splits, whichever is trained on. */
async function folderInputs(folder: string, place: string, key: Relocation['path']): Promise<FoundInputs> {
  if (await hasCard(folder)) {
    return { ...nothingFound, faults: [{ id: 'plan.jobs.data-card', args: { path: folder } }] };
  }
  const files = new Set([...splitFiles(await listFiles(folder)).values()].flat());
  return placedFolder(folder, [...files], place, key);
}

function placedFolder(
  folder: string,
  names: readonly string[],
  place: string,
  key: Relocation['path'],
): FoundInputs {
  const files = names.map((name) => ({ file: path.join(folder, name), path: `${place}/${name}` }));
  return { files, relocations: [{ path: key, value: place }], faults: [] };
}

/** Patterns become the files that they match here, in the order in which `datasets` reads them. */
async function fileInputs(
  item: DatasetItem,
  place: string,
  at: (key: string) => Relocation['path'],
  cwd: string,
): Promise<FoundInputs> {
  const base = path.resolve(cwd, item.dataDir ?? '');
  const files: InputFile[] = [];
  const bySplit: Record<string, string[]> = {};
  for (const [split, patterns] of Object.entries(item.dataFiles ?? {})) {
    const names: string[] = [];
    for (const pattern of patterns) {
      if (/^[a-z][a-z0-9+.-]+:\/\//i.test(pattern)) {
        names.push(pattern);
        continue;
      }
      for (const file of await matchPattern(base, pattern)) names.push(placed(file, place, files));
    }
    bySplit[split] = names;
  }
  const splits = Object.keys(bySplit);
  const value = splits.length === 1 && splits[0] === 'train' ? (bySplit['train'] ?? []) : bySplit;
  const relocations: Relocation[] = [{ path: at('data_files'), value }];
  // data_files are looked for below data_dir, which lies elsewhere now.
  if (item.dataDir !== null) relocations.push({ path: at('data_dir'), value: null });
  return { files, relocations, faults: [] };
}

/** The place of a file; two files of one name get folders of their own. */
function placed(file: string, place: string, files: InputFile[]): string {
  const known = files.find((each) => each.file === file);
  if (known !== undefined) return known.path;
  const name = path.basename(file);
  const taken = files.some((each) => each.path === `${place}/${name}`);
  const target = taken ? `${place}/${files.length}/${name}` : `${place}/${name}`;
  files.push({ file, path: target });
  return target;
}
