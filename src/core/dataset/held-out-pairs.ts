/** Words by which a file's name says that it is trained on, or held out; longer ones first. */
const TRAIN = ['training', 'train'];
const HELD_OUT = ['validation', 'evaluation', 'testing', 'valid', 'eval', 'test', 'val', 'dev'];

/** Files that belong together: one is trained on, the other is held out. Paths as they were given. */
export interface HeldOutPair {
  readonly train: string;
  readonly heldOut: string;
}

/**
 * Pairs that names tell: in one folder, with names that are equal but for the word that says what the file is for, such as
 * `sft-train.jsonl` and `sft-test.jsonl`. What is in Parquet may be held out for what is in JSONL.
 * @param files paths with `/`
 */
export function pairsByName(files: readonly string[]): HeldOutPair[] {
  const named = files.map((file) => ({ file, ...roleOf(file) }));
  return named.flatMap(({ file, role, rest }) => {
    if (role !== 'train') return [];
    const others = named.filter((each) => each.role === 'held-out' && each.rest === rest);
    return others.map((other) => ({ train: file, heldOut: other.file }));
  });
}

interface NamedRole {
  readonly role: 'train' | 'held-out' | null;
  /** The path without the word, and without what kind of file it is. */
  readonly rest: string;
}

function roleOf(file: string): NamedRole {
  const slash = file.lastIndexOf('/') + 1;
  const stem = file.slice(slash).replace(/\.\w+$/, '');
  for (const [role, words] of [
    ['train', TRAIN],
    ['held-out', HELD_OUT],
  ] as const) {
    const word = new RegExp(`(?<=^|[-._ 0-9])(?:${words.join('|')})(?=$|[-._ 0-9])`, 'i');
    if (word.test(stem)) return { role, rest: file.slice(0, slash) + stem.replace(word, '*') };
  }
  return { role: null, rest: file };
}
