import type { RuleChoice } from '../../core/dataset/rule-set.ts';
import type { KnownBeside } from '../../core/dataset/shared-work.ts';
import { FirstColumnsIndex } from './first-columns-index.ts';
import { FolderDatasets } from './folder-datasets.ts';
import { TrainRowIndex } from './train-row-index.ts';

/** What rules want to know of the other files beside those that are linted; what no rule asks for is not looked for. */
export class FileSurroundings {
  readonly #root: string;
  readonly #shown: (file: string) => string;
  readonly #trainRows: TrainRowIndex;
  readonly #folders: FolderDatasets;

  /**
   * @param root folder up to which recipes are looked for, absolute
   * @param shown how a path is shown
   * @param trainRows kept longer than this where the same files are linted again and again
   * @param columns so are they
   */
  constructor(
    root: string,
    shown: (file: string) => string,
    trainRows = new TrainRowIndex(),
    columns = new FirstColumnsIndex(),
  ) {
    this.#root = root;
    this.#shown = shown;
    this.#trainRows = trainRows;
    this.#folders = new FolderDatasets(root, shown, columns);
  }

  /**
   * @param file absolute
   * @param isFolderMeant its folder is looked at as a whole, although nothing says that it is loaded so
   */
  async of(file: string, choice: RuleChoice, isFolderMeant = false): Promise<KnownBeside> {
    const trained = await this.#trainRows.of(file, this.#root, choice, this.#shown);
    return { trained, folder: await this.#folders.of(file, choice, isFolderMeant) };
  }

  /** Files of the same folders that are no datasets, and are read as such when the folder is loaded. */
  sidecars(): ReturnType<FolderDatasets['sidecars']> {
    return this.#folders.sidecars();
  }
}
