import { isDataExtension } from '../folder/data-format.ts';
import { withoutSplitKeywords } from '../folder/split-groups.ts';

/**
 * What the new files of a split are called by, before `-train` and `-eval`: the name of the file without its extension and without the
 * words that `load_dataset` knows splits by, which would put both into one; `split` where nothing else is in it. No new file is called
 * as the source is.
 * @param name without folders
 */
export function splitStem(name: string): string {
  const stem = name.replace(/(?<=.)\.[^.]*$/, '').replaceAll(/(?<=\d{5})-of-(?=\d{5})/g, 'of');
  const rest = withoutDataExtensions(withoutSplitKeywords(stem)) || 'split';
  const isSource = ['train', 'eval'].some(
    (side) => `${rest}-${side}.jsonl`.toLowerCase() === name.toLowerCase(),
  );
  return isSource ? `${rest}-split` : rest;
}

/** `train.provenance` for `train.jsonl`: the name of the note beside a file, which `load_dataset` on the folder must not take for data. */
export function noteName(name: string): string {
  const stem = name.replace(/\.(?:jsonl|ndjson|json|csv|tsv|parquet|txt)$/i, '');
  return `${withoutDataExtensions(stem)}.provenance`;
}

/** A name with an extension of data anywhere in it is data to `load_dataset`: there stands a hyphen for the dot. */
function withoutDataExtensions(stem: string): string {
  return stem.replaceAll(/\.([^.]+)/g, (part, word: string) => (isDataExtension(word) ? `-${word}` : part));
}
