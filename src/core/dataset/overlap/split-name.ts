/** What a file is for, as its name says. */
export interface SplitName {
  readonly use: 'train' | 'eval';
  /** What is left of the name, equal for files that belong together. */
  readonly stem: string;
}

const WORDS: Readonly<Record<SplitName['use'], readonly string[]>> = {
  train: ['train', 'training'],
  eval: ['valid', 'validation', 'val', 'eval', 'evaluation', 'test', 'testing', 'dev'],
};
/** Digits part words too, on both sides, as for `datasets` (5.2 data_files.py:48). */
const WORD = new RegExp(
  `(?<=^|[-._ 0-9])(?:(${WORDS.train.join('|')})|(${WORDS.eval.join('|')}))(?=$|[-._ 0-9])`,
  'gi',
);
const SHARD = /-\d{5}-of-\d{5}(?=\.)/;

/**
 * Reads `train.jsonl`, `chat-valid.csv`, `mlx.test.jsonl`, `train-00000-of-00002.parquet`; of several words the last one counts. Null where
 * no word says what a file is for, and of a name without an extension.
 */
export function splitName(name: string): SplitName | null {
  const whole = name.replace(SHARD, '');
  const stem = whole.slice(0, Math.max(0, whole.lastIndexOf('.')));
  const word = [...stem.matchAll(WORD)].at(-1);
  if (word === undefined) return null;
  const rest = `${stem.slice(0, word.index)}*${stem.slice(word.index + word[0].length)}`;
  return { use: word[1] === undefined ? 'eval' : 'train', stem: rest.toLowerCase() };
}

/** The files of a folder that are trained on if one of them is evaluated on. @param names of the folder's dataset files */
export function trainedBeside(name: string, names: readonly string[]): string[] {
  const own = splitName(name);
  if (own?.use !== 'eval') return [];
  return names.filter((each) => {
    const other = splitName(each);
    return other?.use === 'train' && other.stem === own.stem;
  });
}
