import path from 'node:path';
import { splitStem } from '../../../core/dataset/prepare/new-file-name.ts';

/** The two new files of a split. */
export interface SplitOutputs {
  readonly train: string;
  readonly eval: string;
}

/** `NAME-train.jsonl` and `NAME-eval.jsonl` in a folder, by default beside the file. */
export function splitOutputs(input: string, folder = path.dirname(input)): SplitOutputs {
  const stem = path.join(folder, splitStem(path.basename(input)));
  return { train: `${stem}-train.jsonl`, eval: `${stem}-eval.jsonl` };
}
