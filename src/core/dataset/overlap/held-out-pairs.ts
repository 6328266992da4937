import { splitName } from './split-name.ts';

/** Files that belong together: one is trained on, the other is held out. Paths as they were given. */
export interface HeldOutPair {
  readonly train: string;
  readonly heldOut: string;
}

/**
 * Pairs that names tell: in one folder, with names that are equal but for the word that says what the file is for, such as
 * `sft-train.jsonl` and `sft-test.jsonl` (`splitName`). What is in Parquet may be held out for what is in JSONL.
 * @param files paths with `/`
 */
export function pairsByName(files: readonly string[]): HeldOutPair[] {
  const named = files.map((file) => {
    const slash = file.lastIndexOf('/') + 1;
    return { file, folder: file.slice(0, slash), split: splitName(file.slice(slash)) };
  });
  const evaluated = named.filter(({ split }) => split?.use === 'eval');
  return named.flatMap(({ file, folder, split }) => {
    if (split?.use !== 'train') return [];
    const others = evaluated.filter((each) => each.folder === folder && each.split?.stem === split.stem);
    return others.map((other) => ({ train: file, heldOut: other.file }));
  });
}
