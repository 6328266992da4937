import path from 'node:path';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { splitFiles } from '../../core/recipe/split-files.ts';
import type { DatasetItem, RecipeSettings } from '../../core/recipe/recipe.ts';
import type { Message } from '../../core/text/message.ts';
import { cachedSnapshot } from '../hub/cached-snapshot.ts';
import { kindOfPath, listFiles, matchPattern } from './find-files.ts';
import { readTextFile } from './read-file.ts';

/** The files of one item of the mixture, in the order in which they are read. */
export interface DataPart {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Only some of the rows: a split such as `train[:90%]`. */
  readonly sliced: boolean;
  readonly fraction: number | null;
  readonly columns: readonly string[] | null;
}

/** Where a recipe's rows come from. */
export interface ResolvedData {
  readonly train: readonly DataPart[];
  /** null: nothing is held out in files of its own. */
  readonly test: readonly DataPart[] | null;
  /** What is not there, or not as TRL needs it. */
  readonly faults: readonly Message[];
  /** Datasets whose files are not looked at: of the Hub cache, by their own card, or addresses on the network. */
  readonly remote: readonly string[];
}

const PACKAGED = new Set(['json', 'csv', 'parquet', 'text', 'arrow', 'pandas', 'xml', 'sql']);
/** Whether `path` of an item names a loader of `datasets` itself instead of a folder or a repository. */
export function isPackaged(name: string): boolean {
  return PACKAGED.has(name);
}

const NOTHING: ResolvedData = { train: [], test: null, faults: [], remote: [] };

/** Finds the data files of a recipe as `datasets` 5.2 would, without reading them. Paths are relative to `cwd`, as TRL has it. */
export async function resolveData(
  settings: RecipeSettings,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<ResolvedData> {
  if (settings.datasets.length > 0) {
    const parts = await Promise.all(settings.datasets.map((item) => resolveItem(item, cwd, env)));
    return {
      train: parts.flatMap((part) => part.train),
      test: null,
      faults: parts.flatMap((part) => part.faults),
      remote: parts.flatMap((part) => part.remote),
    };
  }
  if (settings.dataset_name === null) return NOTHING;
  return resolveName(settings, settings.dataset_name, cwd, env);
}

async function resolveName(
  settings: RecipeSettings,
  name: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<ResolvedData> {
  const folder = path.resolve(cwd, name);
  const kind = await kindOfPath(folder);
  if (kind === 'file') return fault('recipe.data-is-a-file', { path: name, format: formatOf(name) });
  if (kind === 'other') return onHub(name, env);
  if (await hasCard(folder)) return { ...NOTHING, remote: [name] };
  const splits = await splitsOf(folder);
  const train = splits.get(settings.dataset_train_split);
  const test = splits.get(settings.dataset_test_split);
  const faults: Message[] = [];
  if (splits.size === 0) return fault('recipe.no-data-files', { path: name });
  const known = [...splits.keys()].join(', ');
  if (train === undefined) {
    faults.push({
      id: 'recipe.no-train-split',
      args: { path: name, split: settings.dataset_train_split, known },
    });
  }
  if (test === undefined && settings.eval_strategy !== 'no') {
    faults.push({
      id: 'recipe.no-such-test-split',
      args: { path: name, split: settings.dataset_test_split, known },
    });
  }
  return {
    train: train === undefined ? [] : [wholePart(train)],
    test: test === undefined ? null : [wholePart(test)],
    faults,
    remote: [],
  };
}

/** A README.md whose front matter says which files make which split: `datasets` follows it instead of the names. */
export async function hasCard(folder: string): Promise<boolean> {
  const text = await readTextFile(path.join(folder, 'README.md'));
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text ?? '')?.[1] ?? '';
  return /^configs:/m.test(front);
}

async function splitsOf(folder: string): Promise<Map<string, string[]>> {
  const splits = splitFiles(await listFiles(folder));
  return new Map([...splits].map(([split, files]) => [split, files.map((file) => path.join(folder, file))]));
}

function wholePart(files: readonly string[]): DataPart {
  return { files, sliced: false, fraction: null, columns: null };
}

async function resolveItem(item: DatasetItem, cwd: string, env: NodeJS.ProcessEnv): Promise<ResolvedData> {
  const packaged = isPackaged(item.path);
  const folder = packaged
    ? path.resolve(cwd, item.dataDir ?? '')
    : path.resolve(cwd, item.path, item.dataDir ?? '');
  if (!packaged) {
    const kind = await kindOfPath(path.resolve(cwd, item.path));
    if (kind === 'file')
      return fault('recipe.data-is-a-file', { path: item.path, format: formatOf(item.path) });
    if (kind === 'other') return item.path === '' ? NOTHING : onHub(item.path, env);
  }
  if (item.dataFiles === null) {
    if (packaged && item.dataDir === null) return fault('recipe.no-data-files-key', { path: item.path });
    if (!packaged && (await hasCard(folder))) return { ...NOTHING, remote: [item.path] };
    const splits = packaged ? new Map([['train', await everyFile(folder)]]) : await splitsOf(folder);
    return chosen(item, splits, item.dataDir ?? item.path);
  }
  const splits = new Map<string, string[]>();
  for (const [split, patterns] of Object.entries(item.dataFiles)) {
    const remote = patterns.filter((pattern) => /^[a-z][a-z0-9+.-]+:\/\//i.test(pattern));
    if (remote.length > 0) return { ...NOTHING, remote };
    const matches = await Promise.all(patterns.map((pattern) => matchPattern(folder, pattern)));
    const missing = patterns.filter((_, index) => matches[index]?.length === 0);
    if (missing.length > 0) return { ...NOTHING, faults: missing.map((each) => missingFile(each)) };
    splits.set(split, matches.flat());
  }
  return chosen(item, splits, item.path);
}

async function everyFile(folder: string): Promise<string[]> {
  return (await listFiles(folder)).map((file) => path.join(folder, file));
}

/** The files of the split that the item asks for: `train`, `train[:90%]`, `train+test`. */
function chosen(item: DatasetItem, splits: ReadonlyMap<string, string[]>, shown: string): ResolvedData {
  const names = item.split.split('+').map((part) => part.replace(/\[.*$/, '').trim());
  const missing = names.find((name) => !splits.has(name) && name !== 'all');
  if (missing !== undefined) {
    const known = [...splits.keys()].join(', ') || '-';
    return fault('recipe.no-train-split', { path: shown, split: missing, known });
  }
  const files = names.flatMap((name) =>
    name === 'all' ? [...splits.values()].flat() : (splits.get(name) ?? []),
  );
  if (files.length === 0) return fault('recipe.no-data-files', { path: shown });
  const { fraction, columns } = item;
  return { ...NOTHING, train: [{ files, sliced: item.split.includes('['), fraction, columns }] };
}

async function onHub(name: string, env: NodeJS.ProcessEnv): Promise<ResolvedData> {
  if (!isRepositoryId(name)) return fault('recipe.no-such-data', { path: name });
  const snapshot = await cachedSnapshot('datasets', name, 'main', env);
  return snapshot === null
    ? fault('recipe.data-not-in-cache', { path: name })
    : { ...NOTHING, remote: [name] };
}

function missingFile(file: string): Message {
  return { id: 'recipe.no-such-data', args: { path: file } };
}

function fault(id: string, args: Record<string, string>): ResolvedData {
  return { ...NOTHING, faults: [{ id, args }] };
}

function formatOf(file: string): string {
  const extension = path.extname(file).slice(1).toLowerCase();
  return ['csv', 'parquet'].includes(extension) ? extension : 'json';
}
