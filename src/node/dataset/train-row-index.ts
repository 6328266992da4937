import { stat } from 'node:fs/promises';
import { TrainRows } from '../../core/dataset/overlap/train-rows.ts';
import { RuleSet, type RuleChoice } from '../../core/dataset/rule-set.ts';
import { eachRow } from './each-row.ts';
import { trainedFiles } from './trained-files.ts';

/** Several files are evaluated on beside one that is trained on: the last ones are kept. */
const MOST_KEPT = 2;

interface Kept {
  readonly state: string;
  readonly rows: Promise<TrainRows>;
}

/** The rows that are trained on where a file is evaluated on, for train-eval-overlap; files are read again when they have changed. */
export class TrainRowIndex {
  readonly #kept = new Map<string, Kept>();

  /**
   * Nothing where the rule is off. What cannot be read is left out: that is a finding about the other file.
   * @param file absolute
   * @param root folder up to which recipes are looked for
   * @param shown how a path is shown
   */
  async of(
    file: string,
    root: string,
    choice: RuleChoice,
    shown: (file: string) => string,
  ): Promise<TrainRows[]> {
    if (!new RuleSet(choice).isOn('train-eval-overlap')) return [];
    return this.read(await trainedFiles(file, root), shown);
  }

  /** The rows of files; what cannot be read is left out. @param shown how a path is shown */
  async read(files: readonly string[], shown: (file: string) => string): Promise<TrainRows[]> {
    const read: TrainRows[] = [];
    for (const trained of files) {
      const rows = await this.#rows(trained, shown(trained)).catch(() => null);
      if (rows !== null) read.push(rows);
    }
    return read;
  }

  async #rows(file: string, shown: string): Promise<TrainRows> {
    const { size, mtimeMs } = await stat(file);
    const state = `${size} ${mtimeMs} ${shown}`;
    const known = this.#kept.get(file);
    if (known?.state === state) return known.rows;
    const rows = rowsOf(file, shown);
    this.#kept.delete(file);
    this.#kept.set(file, { state, rows });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return rows;
  }
}

async function rowsOf(file: string, shown: string): Promise<TrainRows> {
  const rows = new TrainRows(shown);
  await eachRow(file, (row) => rows.add(row));
  return rows;
}
