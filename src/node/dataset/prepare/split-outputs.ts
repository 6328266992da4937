import path from 'node:path';

/** The two new files of a split. */
export interface SplitOutputs {
  readonly train: string;
  readonly eval: string;
}

/** `NAME.train.jsonl` and `NAME.eval.jsonl` in a folder, by default beside the file. */
export function splitOutputs(input: string, folder = path.dirname(input)): SplitOutputs {
  const name = path.join(folder, path.basename(input, path.extname(input)));
  return { train: `${name}.train.jsonl`, eval: `${name}.eval.jsonl` };
}
