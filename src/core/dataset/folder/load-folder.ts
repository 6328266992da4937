import { ARCHIVE, formatOf, isData, isReadAs } from './data-format.ts';
import { isPassedOver, splitGroups } from './split-groups.ts';

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
  /** Loading stops: the files of two splits have different formats, or no file is data. */
  | { readonly kind: 'formats'; readonly formats: ReadonlyMap<string, string>; readonly splits: Splits }
  /** What is in archives decides. */
  | { readonly kind: 'archives'; readonly splits: Splits }
  /** Loading stops: the files whose names make splits are no data. */
  | { readonly kind: 'nothing'; readonly splits: readonly string[]; readonly data: readonly string[] };

interface LeftOut {
  readonly file: string;
  readonly why: 'format' | 'name';
}

type Splits = ReadonlyMap<string, readonly string[]>;

/**
 * Which files of a folder without a dataset card `load_dataset` reads, and as what (datasets 5.2 load.py:202, data_files.py:240): every
 * part of a name between dots may say the format, so that `train.jsonl.bak` is data. A file that two patterns of a split match is read twice.
 * @param files paths relative to the folder with `/`, sorted
 */
export function loadFolder(files: readonly string[]): LoadedFolder {
  // files that are no data make splits all the same: train.py makes a split without data
  const named = splitGroups(files.filter((file) => !isPassedOver(file)));
  const splits = new Map([...named].map(([split, group]) => [split, group.filter(isData)]));
  const formats = new Map([...splits].map(([split, group]) => [split, formatOf(group)]));
  const [format = ''] = formats.values();
  if ([...formats.values()].includes(ARCHIVE)) return { kind: 'archives', splits };
  if ([...formats.values()].some((each) => each !== format)) return { kind: 'formats', formats, splits };
  const grouped = new Set([...splits.values()].flat());
  const others = files.filter((file) => isData(file) && !isPassedOver(file) && !grouped.has(file));
  if (format === '') return { kind: 'nothing', splits: [...splits.keys()], data: others };
  const isRead = (file: string): boolean => isReadAs(file, format);
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
