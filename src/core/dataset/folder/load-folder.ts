import { groupsBySplit, isPassedOver } from '../../recipe/split-files.ts';

/** What `load_dataset` makes of the files of a folder. */
export type LoadedFolder =
  | {
      readonly kind: 'loads';
      readonly format: string;
      /** By split, in the order in which they are read. */
      readonly splits: ReadonlyMap<string, readonly string[]>;
      /** Files of data that are not read: another format has more files, or others are named by split. */
      readonly leftOut: readonly LeftOut[];
    }
  /** It stops: the files of one split are of another format than those of another, or none of them is data. */
  | { readonly kind: 'formats'; readonly formats: ReadonlyMap<string, string>; readonly splits: Splits }
  /** It stops: the files that make splits by their names are no data. */
  | { readonly kind: 'nothing'; readonly splits: readonly string[]; readonly data: readonly string[] };

interface LeftOut {
  readonly file: string;
  readonly why: 'format' | 'name';
}

type Splits = ReadonlyMap<string, readonly string[]>;

/** How a format is called by `datasets`, by extension; the better of two with as many files comes first. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['parquet', 'parquet'],
  ['arrow', 'arrow'],
  ['jsonl', 'json'],
  ['json', 'json'],
  ['csv', 'csv'],
  ['txt', 'text'],
  ['tsv', 'csv'],
  ['ndjson', 'json'],
]);
const RANKS = [...FORMATS.keys()];

/**
 * Which files of a folder without a dataset card `load_dataset` reads, and as what (datasets 5.2 load.py:202, data_files.py:637): every
 * part of a name between dots may say the format, so that `train.jsonl.bak` is data.
 * @param files paths relative to the folder with `/`, sorted
 */
export function loadFolder(files: readonly string[]): LoadedFolder {
  // what is no data counts for the splits all the same: train.py makes a split that has no data
  const named = groupsBySplit(files.filter((file) => !isPassedOver(file)));
  const splits = new Map([...named].map(([split, group]) => [split, group.filter(isData)]));
  const formats = new Map([...splits].map(([split, group]) => [split, formatOf(group)]));
  const [format = ''] = formats.values();
  if ([...formats.values()].some((each) => each !== format)) return { kind: 'formats', formats, splits };
  const grouped = new Set([...splits.values()].flat());
  const others = files.filter((file) => isData(file) && !isPassedOver(file) && !grouped.has(file));
  if (format === '') return { kind: 'nothing', splits: [...splits.keys()], data: others };
  const isRead = (file: string): boolean => extensionsOf(file).some((each) => FORMATS.get(each) === format);
  const leftOut = [...grouped].filter((file) => !isRead(file));
  return {
    kind: 'loads',
    format,
    splits: new Map([...splits].map(([split, group]) => [split, group.filter(isRead)])),
    leftOut: [
      ...others.map((file): LeftOut => ({ file, why: 'name' })),
      ...leftOut.map((file): LeftOut => ({ file, why: 'format' })),
    ],
  };
}

function isData(file: string): boolean {
  return extensionsOf(file).length > 0;
}

/** The format of the most frequent extension; empty where there is no file. */
function formatOf(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files)
    for (const each of extensionsOf(file)) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, as], [b, bs]) => bs - as || RANKS.indexOf(a) - RANKS.indexOf(b));
  return FORMATS.get(best?.[0] ?? '') ?? '';
}

function extensionsOf(file: string): string[] {
  const [, ...parts] = file.slice(file.lastIndexOf('/') + 1).split('.');
  return parts.map((part) => part.toLowerCase()).filter((part) => FORMATS.has(part));
}

/** Whether a file's name says that it is a copy or a note beside data: it ends in no extension of data, and not as a compressed one. */
export function isCopyOrNote(file: string): boolean {
  const last = file.split('.').at(-1)?.toLowerCase() ?? '';
  return !FORMATS.has(last) && !COMPRESSED.has(last);
}

const COMPRESSED = new Set(['gz', 'xz', 'bz2', 'zst', 'lz4']);
