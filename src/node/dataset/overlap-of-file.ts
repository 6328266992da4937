import type { FileOverlap } from '../../core/dataset/overlap/file-overlap.ts';
import { RuleSet } from '../../core/dataset/rule-set.ts';
import type { RuleSettings } from '../../core/dataset/rule-settings.ts';
import { configurationFrom } from './configuration/configurations.ts';
import { lintFile } from './lint-file.ts';
import type { TrainRowIndex } from './train-row-index.ts';

export interface OverlapRequest {
  /** The file that is held out, absolute. */
  readonly path: string;
  /** The files that are trained on, absolute. */
  readonly trained: readonly string[];
  readonly rules?: RuleSettings | undefined;
  /** Folder up to which the file's tuning-fork.yaml is looked for; none is looked for if absent. */
  readonly root?: string | undefined;
}

const RULE = 'train-eval-overlap';

/**
 * The rows of a held-out file that files which are trained on have too, as the rule says it and as far as no tuning-fork.yaml ignores
 * it; null where the rule is off.
 * @param shown how a path is shown
 * @throws the error of the file system if the held-out file cannot be read
 */
export async function overlapOfFile(
  { path, trained, rules, root }: OverlapRequest,
  index: TrainRowIndex,
  shown: (file: string) => string,
): Promise<FileOverlap | null> {
  const known = await configurationFrom(root, path);
  const choice = { rules: { ...known.rules, ...rules }, only: [RULE] };
  if (!new RuleSet(choice).isOn(RULE)) return null;
  const read = await index.read(trained, shown);
  const { findings } = await lintFile(path, { ...choice, path, ignores: known.ignores, trained: read });
  return { with: read.map((rows) => rows.path), findings: findings.filter(({ rule }) => rule === RULE) };
}
