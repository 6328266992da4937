import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { namedRows, reportOutline } from '../../core/dataset/report/build-report.ts';
import type { DatasetReport, RowExcerpt } from '../../core/dataset/report/dataset-report.ts';
import { BIAS_RULES } from '../../core/dataset/report/bias-rules.ts';
import { RowCounts } from '../../core/dataset/report/row-counts.ts';
import { rowExcerpt } from '../../core/dataset/report/row-excerpt.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import type { Row } from '../../core/dataset/row/row.ts';
import type { RuleSettings } from '../../core/dataset/rule-settings.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { RecipeTraining } from '../tokens/training-of-recipe.ts';
import { countTraining } from './count-training.ts';
import { eachRow } from './each-row.ts';
import { lintFile } from './lint-file.ts';

export interface ReportOptions {
  /** How the file is named in the report. */
  readonly shownPath: string;
  readonly signal: AbortSignal;
  /** Rows that are named of each thing; those of a page if absent. */
  readonly most?: number;
  /** Is shown every row that can be read, in order; it must not keep the row. */
  readonly onRow?: (row: Row) => void;
  /** What the file's tuning-fork.yaml says of it, and what is known of the files beside it. */
  readonly known?: Pick<LintOptions, 'rules' | 'ignores' | 'trained' | 'folder'>;
  /** With what tokens are counted, or why they are not; null: nothing is said of tokens, since they are counted later. */
  readonly training?: RecipeTraining | null;
  /** Told of the byte that was reached, of all bytes, where the file has bytes to tell. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Lists of words that are looked for in a report, and in no lint unless it is asked for. */
const WITH_BIAS: RuleSettings = Object.fromEntries(BIAS_RULES.map((rule) => [rule, 'info']));

/** Tokens as the report has them: without a recipe it says so. */
async function tokensOf(
  path: string,
  size: number,
  { training = NO_RECIPE, most, signal, onProgress }: ReportOptions,
): Promise<Pick<DatasetReport, 'tokens'>> {
  if (training === null) return {};
  if (!training.ok) return { tokens: { kind: 'not-counted', reason: training.reason } };
  const told = (done: number): void => onProgress?.(done, size);
  return { tokens: await countTraining(path, training.choice, { most, signal, onProgress: told }) };
}

const NO_RECIPE: RecipeTraining = { ok: false, reason: { id: 'tokens.no-recipe' } };

/**
 * Reports on a dataset file: one pass counts and lints it, a second one without rules takes the beginnings of the rows that the report
 * names. What is kept of the rows does not grow with the file, what is kept of findings does.
 * @throws the error of the file system if the file cannot be read; the signal's reason when it is aborted; HumanError if the file changes
 * meanwhile
 */
export async function reportFile(path: string, options: ReportOptions): Promise<DatasetReport> {
  const before = await stat(path);
  const sha256 = await digestOf(path, options.signal);
  const counts = new RowCounts(options.most);
  const linted = await lintFile(path, {
    path: options.shownPath,
    deep: true,
    ...options.known,
    rules: { ...options.known?.rules, ...WITH_BIAS },
    onRow: (row) => {
      options.signal.throwIfAborted();
      counts.add(row);
      options.onRow?.(row);
      options.onProgress?.(row.offset, before.size);
    },
  });
  options.signal.throwIfAborted();
  const comparedWith = options.known?.trained?.map((rows) => rows.path);
  const outline = {
    ...reportOutline(linted, counts.counts(), sha256, { most: options.most, comparedWith }),
    ...(await tokensOf(path, before.size, options)),
  };
  const named = namedRows(outline);
  const excerpts = await excerptsOf(path, named, options.signal);
  const after = await stat(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new HumanError('dataset.report.changed', { path: options.shownPath });
  return { ...outline, excerpts };
}

/** The beginnings of some of the rows, in order. */
export async function excerptsOf(
  path: string,
  named: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<RowExcerpt[]> {
  const excerpts: RowExcerpt[] = [];
  if (named.size === 0) return excerpts;
  const take = (row: Row): void => {
    if (named.has(row.number)) excerpts.push(rowExcerpt(row));
  };
  await eachRow(path, take, { signal });
  return excerpts;
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal }))
    hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
