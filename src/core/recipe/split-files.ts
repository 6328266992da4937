/** The names that `datasets` knows a split by, in file and folder names (datasets 5.2 data_files.py:45). */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  train: ['train', 'training'],
  validation: ['validation', 'valid', 'dev', 'val'],
  test: ['test', 'testing', 'eval', 'evaluation'],
};
const IGNORED = new Set([
  'README.md',
  'config.json',
  'dataset_info.json',
  'dataset_infos.json',
  'dummy_data.zip',
  'dataset_dict.json',
]);
const SHARD = /^data\/(.+)-\d{5}-of-\d{5}[^/]*\.[^/]*$/;

/** How a file format is called by `load_dataset`, by extension. */
const FORMATS: Readonly<Record<string, string>> = {
  jsonl: 'json',
  json: 'json',
  ndjson: 'json',
  csv: 'csv',
  tsv: 'csv',
  parquet: 'parquet',
  arrow: 'arrow',
  txt: 'text',
};

/**
 * Which files of a folder make which split, as `load_dataset(folder)` decides without a dataset card: sharded names, else folder
 * names, else file names, else everything is `train`.
 * @param files paths relative to the folder, with `/`
 */
export function splitFiles(files: readonly string[]): Map<string, string[]> {
  return groupsBySplit(ofOneFormat(files.filter((file) => !isPassedOver(file))));
}

/** Files that `datasets` takes for no data, whatever else is in the folder. */
export function isPassedOver(file: string): boolean {
  return IGNORED.has(nameOf(file));
}

/** The files by the splits that their names say, all formats together; those that no name puts into a split are in none. */
export function groupsBySplit(candidates: readonly string[]): Map<string, string[]> {
  const sharded = groupBy(candidates, (file) => SHARD.exec(file)?.[1] ?? null);
  if (sharded.size > 0) return sharded;
  const byFolder = groupByKeyword(candidates, (file) => file.split('/').slice(0, -1));
  if (byFolder.size > 0) return byFolder;
  const byName = groupByKeyword(candidates, (file) => [nameOf(file)]);
  if (byName.size > 0) return byName;
  return candidates.length === 0 ? new Map() : new Map([['train', [...candidates]]]);
}

/** The keyword stands between characters that are none of a word: `my-train.jsonl`, `train_2.jsonl`, not `training2`. */
function groupByKeyword(files: readonly string[], parts: (file: string) => string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [split, keywords] of Object.entries(KEYWORDS)) {
    const patterns = keywords.flatMap(patternsOf);
    const ranked = files.flatMap((file) => {
      const rank = patterns.findIndex((pattern) => parts(file).some((part) => pattern.test(part)));
      return rank === -1 ? [] : [{ file, rank }];
    });
    const inOrder = ranked.toSorted((a, b) => a.rank - b.rank).map(({ file }) => file);
    if (inOrder.length > 0) groups.set(split, inOrder);
  }
  return groups;
}

/** One after another as `datasets` tries them, which decides the order of the files: rows are trained on in that order. */
function patternsOf(keyword: string): RegExp[] {
  const separator = '[-._ 0-9]';
  return [
    `^${keyword}$`,
    `^${keyword}${separator}`,
    `${separator}${keyword}$`,
    `${separator}${keyword}${separator}`,
  ].map((source) => new RegExp(source));
}

function groupBy(files: readonly string[], keyOf: (file: string) => string | null): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return groups;
}

/** `datasets` reads a folder as the format of its most common extension, Parquet in a draw. */
function ofOneFormat(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const format = FORMATS[extensionOf(file)];
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const rank = ([format, count]: [string, number]): number => count + (format === 'parquet' ? 0.5 : 0);
  const [best] = [...counts].sort((a, b) => rank(b) - rank(a) || b[0].localeCompare(a[0]));
  return best === undefined ? [] : files.filter((file) => FORMATS[extensionOf(file)] === best[0]);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function extensionOf(file: string): string {
  return nameOf(file).split('.').at(-1)?.toLowerCase() ?? '';
}
