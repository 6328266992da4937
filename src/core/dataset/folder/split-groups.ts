/** The names that `datasets` knows a split by, in file and folder names (datasets 5.2 data_files.py:45). */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  train: ['train', 'training'],
  validation: ['validation', 'valid', 'dev', 'val'],
  test: ['test', 'testing', 'eval', 'evaluation'],
};
/** What a keyword stands between: `my-train.jsonl`, `train2.jsonl`, not `retrained.jsonl`. */
const SEPARATOR = '[-._ 0-9]';
const IGNORED = new Set([
  'README.md',
  'config.json',
  'dataset_info.json',
  'dataset_infos.json',
  'dummy_data.zip',
  'dataset_dict.json',
]);
const SHARD = /^data\/(.+)-\d{5}-of-\d{5}[^/]*\.[^/]*$/;
/** What other programs write, which comes before all names (datasets 5.2 data_files.py:90). */
const LOG = /\.eval$/;
const TASK = /^(?:task\.toml|instruction\.md)$/;

/** Files that `datasets` takes for no data, whatever else is in the folder. */
export function isPassedOver(file: string): boolean {
  return IGNORED.has(nameOf(file));
}

/**
 * The files by the splits that their names say, all formats together, as `datasets` tries one kind of name after another (5.2
 * data_files.py:240): shards, logs and tasks, folder names, file names; else everything is `train`. Those that no name puts into a
 * split are in none.
 */
export function splitGroups(candidates: readonly string[]): Map<string, string[]> {
  const sharded = groupShards(candidates);
  if (sharded.size > 0) return sharded;
  for (const [split, pattern] of [['logs', LOG] as const, ['test', TASK] as const]) {
    const files = candidates.filter((file) => pattern.test(nameOf(file)));
    if (files.length > 0) return new Map([[split, files]]);
  }
  const byFolder = groupByKeyword(candidates, folderPatterns, (file) => file.split('/').slice(0, -1));
  if (byFolder.size > 0) return byFolder;
  const byName = groupByKeyword(candidates, namePatterns, (file) => [nameOf(file)]);
  if (byName.size > 0) return byName;
  return candidates.length === 0 ? new Map() : new Map([['train', [...candidates]]]);
}

/** A name without the keywords of splits in it, and without what they were separated by; empty where nothing else is in it. */
export function withoutSplitKeywords(name: string): string {
  const keywords = Object.values(KEYWORDS).flat().join('|');
  const word = new RegExp(`(?<=^|${SEPARATOR})(?:${keywords})(?=$|${SEPARATOR})`, 'gi');
  return name
    .replaceAll(word, '\0')
    .replaceAll(/([-._ ]?)(?:[-._ ]*\0[-._ ]*)+/g, '$1')
    .replaceAll(/^[-._ ]+|[-._ ]+$/g, '');
}

function groupByKeyword(
  files: readonly string[],
  patternsOf: (keyword: string) => RegExp[],
  parts: (file: string) => string[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [split, keywords] of Object.entries(KEYWORDS)) {
    // a file that several patterns match is read as often
    const inOrder = keywords
      .flatMap(patternsOf)
      .flatMap((pattern) => files.filter((file) => parts(file).some((part) => pattern.test(part))));
    if (inOrder.length > 0) groups.set(split, inOrder);
  }
  return groups;
}

/** One after another as `datasets` tries them, which decides the order of the files: rows are trained on in that order. */
function folderPatterns(keyword: string): RegExp[] {
  return [
    `^${keyword}$`,
    `^${keyword}${SEPARATOR}`,
    `${SEPARATOR}${keyword}$`,
    `${SEPARATOR}${keyword}${SEPARATOR}`,
  ].map((source) => new RegExp(source));
}

function namePatterns(keyword: string): RegExp[] {
  return [`^${keyword}${SEPARATOR}`, `${SEPARATOR}${keyword}${SEPARATOR}`].map(
    (source) => new RegExp(source),
  );
}

/** The usual splits before others. */
function groupShards(files: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const split = SHARD.exec(file)?.[1];
    if (split !== undefined) groups.set(split, [...(groups.get(split) ?? []), file]);
  }
  const usual = Object.keys(KEYWORDS);
  const rank = (split: string): number => (usual.includes(split) ? usual.indexOf(split) : usual.length);
  return new Map([...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
