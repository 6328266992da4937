import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  isSidecar,
  type CsvBefore,
  type FirstColumns,
  type FolderPlace,
  type FolderUse,
  type LoadedBefore,
} from '../../core/dataset/folder/folder-place.ts';
import { isCopyOrNote } from '../../core/dataset/folder/data-format.ts';
import { loadFolder, type LoadedFolder } from '../../core/dataset/folder/load-folder.ts';
import { CsvLoad, looksBlank } from '../../core/dataset/loading/csv-load.ts';
import { LoadModel } from '../../core/dataset/loading/load-model.ts';
import type { LoadedType } from '../../core/dataset/loading/loaded-type.ts';
import type { Row } from '../../core/dataset/row/row.ts';
import { splitName } from '../../core/dataset/overlap/split-name.ts';
import { RuleSet, type RuleChoice } from '../../core/dataset/rule-set.ts';
import { listFiles } from '../recipe/find-files.ts';
import { hasCard } from '../recipe/resolve-data.ts';
import { holdsRows } from './dataset-files.ts';
import { eachRow } from './each-row.ts';
import { FirstColumnsIndex } from './first-columns-index.ts';
import { recipeFolders, recipeLists } from './recipe-folders.ts';

const BY_NAME = ['folder-sidecar', 'folder-left-out', 'folder-read-twice', 'folder-formats'];
const BY_COLUMNS = ['folder-columns', 'folder-null-column'];
/** What `save_to_disk` writes beside Arrow files (datasets 5.2 load.py:1649). */
const SAVED = 'state.json';

interface Folder {
  /** Absolute. */
  readonly path: string;
  readonly loaded: LoadedFolder;
  /** What says that it is loaded as a whole. */
  readonly saidBy: SaidBy;
  readonly uses: ReadonlyMap<string, FolderUse>;
}

/** A recipe, the names of its files, or nothing. */
type SaidBy = 'recipe' | 'names' | 'nothing';

/** A folder of more files, or one with such a file in it, is a project and no dataset where nothing says otherwise. */
const MOST_FILES = 200;
const PROJECT = new Set(['package.json', 'pyproject.toml', 'setup.py', 'Cargo.toml', 'go.mod']);

interface FirstFile {
  readonly file: string;
  readonly type: LoadedType;
  /** Null of JSON. */
  readonly csv: Pick<CsvBefore, 'kinds' | 'rows'> | null;
}

/** The folders that are loaded as one dataset, and what becomes of their files. Each is looked at once. */
export class FolderDatasets {
  readonly #root: string;
  readonly #shown: (file: string) => string;
  readonly #columns: FirstColumnsIndex;
  /** By the folders of files. */
  readonly #folders = new Map<string, Promise<Folder | null>>();
  readonly #named = new Map<string, Promise<Folder | null>>();
  readonly #lists = new Map<string, Promise<readonly (readonly string[])[]>>();
  readonly #first = new Map<string, Promise<FirstFile | null>>();

  /**
   * @param root folder up to which recipes are looked for
   * @param shown how a path is shown
   * @param columns kept longer than this where files of the same folders are linted again and again
   */
  constructor(root: string, shown: (file: string) => string, columns = new FirstColumnsIndex()) {
    this.#root = root;
    this.#shown = shown;
    this.#columns = columns;
  }

  /**
   * The place of a file in its folder; null where that is no dataset, or no rule asks.
   * @param file absolute
   * @param isFolderMeant its folder was named, and is judged although nothing says that it is loaded as a whole
   */
  async of(file: string, choice: RuleChoice, isFolderMeant: boolean): Promise<FolderPlace | null> {
    const rules = new RuleSet(choice);
    if (![...BY_NAME, ...BY_COLUMNS].some((id) => rules.isOn(id))) return null;
    const isCompared = asksForTypes(choice, rules);
    const isAsked = BY_COLUMNS.some((id) => rules.isOn(id));
    const folder = await this.#folderOf(file);
    const use = folder?.uses.get(file);
    const inList = isAsked && folder?.saidBy !== 'recipe' ? await this.#inList(file, isCompared) : null;
    if (folder === null || use === undefined || (folder.saidBy === 'nothing' && inList !== null))
      return inList;
    const isWhole = isLoadedWhole(folder, use);
    if (!isWhole && !isFolderMeant) return null;
    const isCompanion = isAsked && use.kind === 'read';
    const before = isCompanion && isCompared ? await this.#beforeIn(folder, file, use.split) : null;
    const first = isCompanion && !isCompared ? await this.#firstIn(folder, file) : null;
    return {
      folder: this.#folderName(folder.path),
      use,
      before,
      first,
      isLoadedWhole: isWhole,
    };
  }

  /** Files that are read as rows and are none, in the folders that were looked at. */
  async sidecars(): Promise<{ readonly file: string; readonly place: FolderPlace }[]> {
    const found = new Map<string, FolderPlace>();
    const folders = await Promise.all(this.#folders.values());
    for (const folder of new Set(folders)) {
      for (const [file, use] of folder?.uses ?? []) {
        if (folder === null || !isSidecar(use) || found.get(file)?.isLoadedWhole === true) continue;
        const known = { before: null, first: null, isLoadedWhole: isLoadedWhole(folder, use) };
        found.set(file, { folder: this.#folderName(folder.path), use, ...known });
      }
    }
    return [...found].map(([file, place]) => ({ file, place }));
  }

  #folderName(folder: string): string {
    return this.#shown(folder) || '.';
  }

  #folderOf(file: string): Promise<Folder | null> {
    const own = path.dirname(file);
    const known = this.#folders.get(own) ?? this.#find(own);
    this.#folders.set(own, known);
    return known;
  }

  /** Folders inside of one that a recipe names belong to it. */
  async #find(own: string): Promise<Folder | null> {
    const [named] = await recipeFolders(own, this.#root);
    if (named === undefined) return readFolder(own, (await hasSplits(own)) ? 'names' : 'nothing');
    const known = this.#named.get(named) ?? readFolder(named, 'recipe');
    this.#named.set(named, known);
    return known;
  }

  /** A file that a recipe names among others is read after them, in the order of the recipe. */
  async #inList(file: string, isCompared: boolean): Promise<FolderPlace | null> {
    const own = path.dirname(file);
    const known = this.#lists.get(own) ?? recipeLists(own, this.#root);
    this.#lists.set(own, known);
    const files = (await known).find((list) => list.includes(file));
    const format = /\.csv$/i.test(file) ? 'csv' : 'json';
    if (files === undefined) return null;
    const before = isCompared ? await this.#before(files, file, format, () => true) : null;
    const first = isCompared || format === 'csv' ? null : await this.#firstOf(files, file);
    const use = { kind: 'read', split: 'train', again: null } as const;
    return { folder: this.#folderName(own), use, before, first, isLoadedWhole: true };
  }

  async #beforeIn(
    { loaded, path: at, uses }: Folder,
    file: string,
    split: string,
  ): Promise<LoadedBefore | null> {
    if (loaded.kind !== 'loads' || (loaded.format !== 'json' && loaded.format !== 'csv')) return null;
    const files = [...loaded.splits.values()].flat().map((each) => path.join(at, each));
    return this.#before(files, file, loaded.format, (first) => {
      const use = uses.get(first);
      return use?.kind === 'read' && use.split === split;
    });
  }

  async #firstIn({ loaded, path: at }: Folder, file: string): Promise<FirstColumns | null> {
    if (loaded.kind !== 'loads' || loaded.format !== 'json') return null;
    const files = [...loaded.splits.values()].flat().map((each) => path.join(at, each));
    return this.#firstOf(files, file);
  }

  /** @param files in the order in which they are read */
  async #firstOf(files: readonly string[], file: string): Promise<FirstColumns | null> {
    for (const each of files) {
      if (each === file) return null;
      if (await isEmpty(each)) continue;
      const columns = /\.(?:jsonl|ndjson)$/i.test(each)
        ? await this.#columns.of(each).catch(() => null)
        : null;
      return columns && { path: this.#shown(each), columns };
    }
    return null;
  }

  /** @param files in the order in which they are read */
  async #before(
    files: readonly string[],
    file: string,
    format: LoadedBefore['format'],
    isOfSameSplit: (first: string) => boolean,
  ): Promise<LoadedBefore | null> {
    const key = files.join('\n');
    const known = this.#first.get(key) ?? firstType(files);
    this.#first.set(key, known);
    const first = await known;
    // what comes before the first file with rows has none
    if (first === null || files.indexOf(file) <= files.indexOf(first.file)) return null;
    const isSameSplit = isOfSameSplit(first.file);
    const isNext = isSameSplit && files.indexOf(file) === files.indexOf(first.file) + 1;
    const csv = first.csv && { ...first.csv, isNext };
    return { path: this.#shown(first.file), type: first.type, format, isSameSplit, csv };
  }
}

/** What each value is costs a look at the whole of the first file, and at all rows of this one. */
function asksForTypes({ deep = false, rules = {} }: RuleChoice, set: RuleSet): boolean {
  if (set.isOn('folder-null-column')) return true;
  return set.isOn('folder-columns') && (deep || rules['folder-columns'] !== undefined);
}

/** What is left out is said of folders that are named by their splits, too, and is no fault there. */
function isLoadedWhole({ saidBy }: Folder, { kind }: FolderUse): boolean {
  return saidBy === 'recipe' || (saidBy === 'names' && kind !== 'left-out');
}

async function readFolder(at: string, saidBy: SaidBy): Promise<Folder | null> {
  if (await hasCard(at)) return null;
  const files = await listFiles(at);
  const isProject = files.length > MOST_FILES || files.some((each) => PROJECT.has(path.basename(each)));
  if (saidBy === 'nothing' && isProject) return null;
  const loaded = loadFolder(files);
  const uses = new Map<string, FolderUse>();
  for (const [file, use] of await usesOf(at, loaded)) uses.set(path.join(at, file), use);
  if (files.includes(SAVED)) uses.set(path.join(at, SAVED), { kind: 'saved' });
  return { path: at, loaded, saidBy, uses };
}

/** Files called by splits and nothing else are what a folder looks like that is loaded as a whole. */
async function hasSplits(folder: string): Promise<boolean> {
  const names = (await readdir(folder).catch(() => [])).map(splitName);
  return (['train', 'eval'] as const).every((use) =>
    names.some((name) => name?.use === use && name.stem === '*'),
  );
}

async function usesOf(at: string, loaded: LoadedFolder): Promise<[string, FolderUse][]> {
  const uses: [string, FolderUse][] = [];
  switch (loaded.kind) {
    case 'nothing': {
      const [otherSplit = ''] = loaded.splits;
      const use = { kind: 'formats', split: '', format: '', otherSplit, otherFormat: '' } as const;
      for (const file of loaded.data) uses.push([file, use]);
      break;
    }
    case 'archives':
      break;
    case 'formats':
      uses.push(...formatUses(loaded));
      break;
    case 'loads':
      for (const [file, splits] of splitsByFile(loaded.splits))
        uses.push([file, await readUse(path.join(at, file), splits, loaded.format)]);
      for (const { file, why } of loaded.leftOut)
        uses.push([file, { kind: 'left-out', why, format: loaded.format }]);
      break;
    default:
      loaded satisfies never;
  }
  return uses;
}

function formatUses({ formats, splits }: Extract<LoadedFolder, { kind: 'formats' }>): [string, FolderUse][] {
  const [first] = formats;
  return [...splits].flatMap(([split, files]) => {
    const format = formats.get(split) ?? '';
    const other = format === first?.[1] ? [...formats].find((each) => each[1] !== format) : first;
    const [otherSplit = '', otherFormat = ''] = other ?? [];
    const use = { kind: 'formats', split, format, otherSplit, otherFormat } as const;
    return files.map((file): [string, FolderUse] => [file, use]);
  });
}

/** A file that two patterns match is read twice, and has two splits. */
function splitsByFile(splits: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const byFile = new Map<string, string[]>();
  for (const [split, files] of splits)
    for (const file of files) byFile.set(file, [...(byFile.get(file) ?? []), split]);
  return byFile;
}

async function readUse(file: string, splits: readonly string[], format: string): Promise<FolderUse> {
  const [split = '', again] = splits;
  const name = path.basename(file);
  if (isCopyOrNote(name, format)) return { kind: 'copy', split };
  const isSidecar = /\.json$/i.test(name) && splitName(name)?.stem !== '*' && !(await holdsRows(file));
  return isSidecar ? { kind: 'no-rows', split } : { kind: 'read', split, again: again ?? null };
}

/** The first file that has rows, or a header at least. */
async function firstType(files: readonly string[]): Promise<FirstFile | null> {
  for (const file of files) {
    if (await isEmpty(file)) continue;
    const first = await (/\.csv$/i.test(file) ? csvTypeOf(file) : typeOf(file)).catch(() => null);
    if (first !== null) return { file, ...first };
  }
  return null;
}

async function isEmpty(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === 0,
    () => true,
  );
}

type FirstType = Omit<FirstFile, 'file'>;

async function typeOf(file: string): Promise<FirstType | null> {
  const model = new LoadModel();
  let columns: readonly string[] | null = null;
  await eachRow(file, ({ object }) => (columns ??= object === null ? null : Object.keys(object)), { model });
  if (columns === null) return null;
  const loaded = model.end();
  if (loaded !== null) return loaded.stoppedAt === null ? { type: loaded.type, csv: null } : null;
  return { type: textColumns(columns), csv: null };
}

async function csvTypeOf(file: string): Promise<FirstType> {
  const load = new CsvLoad(() => undefined);
  let columns: readonly string[] = [];
  const onRow = ({ object, number }: Row): void => {
    if (columns.length === 0) columns = Object.keys(object ?? {});
    load.row(object ?? {}, number, looksBlank(object ?? {}));
  };
  await eachRow(file, onRow);
  load.end(false);
  return { type: textColumns(columns), csv: { kinds: load.kinds, rows: load.rows } };
}

function textColumns(columns: readonly string[]): LoadedType {
  return { kind: 'struct', fields: new Map(columns.map((column) => [column, { kind: 'string' } as const])) };
}
