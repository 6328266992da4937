import { HumanError } from '../text/human-error.ts';
import { readYaml } from './read-yaml.ts';
import { extentOf } from './relocate-recipe.ts';
import { entriesByName, type YamlEntry } from './yaml-node.ts';

/** Data as a recipe names it: a folder with its splits, or one file with the loader of `datasets` that reads it. */
export type DatasetOfRecipe =
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'file'; readonly loader: 'json' | 'csv' | 'parquet'; readonly file: string };

/** A stretch of a text, in UTF-16 offsets, and what stands there instead. */
export interface TextReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The changes by which a recipe trains on other data. `dataset_name` and `datasets` exclude each other in TRL, so that one takes the
 * place of both; keys that choose a part of the data go with the data that they were for. All else stays as it was written.
 * @throws {HumanError} if the text is no recipe, or not written line by line
 */
export function useDataset(text: string, data: DatasetOfRecipe): TextReplacement[] {
  const line = lineOf(data);
  if (text.trim() === '') return [{ start: 0, end: text.length, text: line }];
  const { root } = readYaml(text);
  if (root?.kind !== 'map') throw new HumanError('recipe.use.unreadable');
  if (text[root.range.start] === '{') throw new HumanError('recipe.use.in-braces');
  const entries = entriesByName(root);
  const present = (keys: readonly string[]): YamlEntry[] => keys.flatMap((key) => entries.get(key) ?? []);
  const [first, ...others] = present(['dataset_name', 'datasets']).toSorted(
    (a, b) => a.key.range.start - b.key.range.start,
  );
  const removed = [...others, ...present(PARTS)].map((each) => ({ ...wholeLines(text, each), text: '' }));
  if (first === undefined)
    return [
      ...removed,
      { start: text.length, end: text.length, text: `${text.endsWith('\n') ? '' : '\n'}${line}` },
    ];
  const replaced = { ...wholeLines(text, first), text: line };
  return [replaced, ...removed];
}

/** Which part of the data is meant. */
const PARTS = ['dataset_config', 'dataset_train_split', 'dataset_test_split'];

function lineOf(data: DatasetOfRecipe): string {
  return data.kind === 'folder'
    ? `dataset_name: ${scalar(data.name)}\n`
    : `datasets:\n  - path: ${data.loader}\n    data_files: ${scalar(data.file)}\n`;
}

/** A path that YAML reads as a text as it is; any other is quoted. */
function scalar(text: string): string {
  const isPlain = /^[\w./][\w./-]*$/.test(text) && /[a-z/]/i.test(text);
  const meansSomething =
    /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text) || /^[-+.\d][\d_.e:+-]*$/i.test(text);
  return isPlain && !meansSomething ? text : JSON.stringify(text);
}

/** From the key to the end of the line that its value ends in, a remark behind it included. */
function wholeLines(text: string, { key, value }: YamlEntry): { start: number; end: number } {
  const { end } = extentOf(text, value);
  const lineEnd = text.indexOf('\n', Math.max(end - 1, key.range.end));
  return { start: key.range.start, end: lineEnd === -1 ? text.length : lineEnd + 1 };
}
