import type { CsvFirstKind } from '../loading/csv-column.ts';
import type { LoadedType } from '../loading/loaded-type.ts';

/** What becomes of one file when `load_dataset` reads its folder. */
export type FolderUse =
  /** @property again the split as which it is read once more, which may be the same; null if once is all */
  | { readonly kind: 'read'; readonly split: string; readonly again: string | null }
  /** It is read as a file of rows but holds no rows. */
  | { readonly kind: 'no-rows'; readonly split: string }
  /** It is read as rows beside the file that it is a copy of or a note about. */
  | { readonly kind: 'copy'; readonly split: string }
  /** It says that the folder was saved by `save_to_disk`, which `load_dataset` refuses. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'left-out'; readonly why: 'format' | 'name'; readonly format: string }
  /** Nothing is read, as two splits are of two formats. */
  | {
      readonly kind: 'formats';
      readonly split: string;
      readonly format: string;
      readonly otherSplit: string;
      readonly otherFormat: string;
    };

/** The first file of the folder, from which `datasets` takes the types of all that it reads after it. */
export interface LoadedBefore {
  /** As it is shown. */
  readonly path: string;
  readonly type: LoadedType;
  readonly format: 'json' | 'csv';
  /** Both files are of one split. */
  readonly isSameSplit: boolean;
  /** Null of JSON. */
  readonly csv: CsvBefore | null;
}

/** What is known of the first CSV file of a folder. */
export interface CsvBefore {
  /** What its columns are by its first rows; empty where it has no row. */
  readonly kinds: ReadonlyMap<string, CsvFirstKind>;
  readonly rows: number;
  /** The file is read right after it: single rows are put together as they are (datasets arrow_writer.py `write_rows_on_file`). */
  readonly isNext: boolean;
}

export interface FolderPlace {
  /** As it is shown. */
  readonly folder: string;
  readonly use: FolderUse;
  /** Null for the first file, and where no rule asks. */
  readonly before: LoadedBefore | null;
  /** The columns of the first file of JSON lines, where no rule asks for more of it; null for that file itself. */
  readonly first: FirstColumns | null;
  /** A recipe, or the names of its files, say that the folder is loaded as a whole; else its files may be loaded one by one. */
  readonly isLoadedWhole: boolean;
}

export interface FirstColumns {
  /** As it is shown. */
  readonly path: string;
  readonly columns: ReadonlySet<string>;
}

type Sidecar = Extract<FolderUse, { kind: 'no-rows' | 'copy' | 'saved' }>;

/** Whether a file is no data but gets in the way when its folder is loaded. */
export function isSidecar(use: FolderUse): use is Sidecar {
  return use.kind === 'no-rows' || use.kind === 'copy' || use.kind === 'saved';
}
