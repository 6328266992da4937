import { HumanError } from '../text/human-error.ts';
import { pythonLiteral, pythonString } from './python-literal.ts';
import type { Recipe } from './recipe.ts';
import type { TrlKeys } from './trl-keys.ts';
import { entriesByName, type YamlEntry, type YamlNode } from './yaml-node.ts';

/** How a script gets its rows. */
export interface ScriptData {
  /** Names to import from `datasets`. */
  readonly imports: readonly string[];
  readonly lines: readonly string[];
  /** Expressions for the trainer. */
  readonly train: string;
  readonly evaluation: string | null;
}

/**
 * The rows that trl 1.16 scripts/sft.py:88-113 loads, in the same order.
 * @throws {HumanError} where TRL would stop
 */
export function scriptData(recipe: Recipe, keys: TrlKeys): ScriptData {
  const { settings, entries } = recipe;
  if (settings.datasets.length > 0) return mixture(recipe, entries.get('datasets')?.value, keys);
  if (settings.dataset_name === null) throw new HumanError('recipe.script.no-data');
  const call = loadCall(settings.dataset_name, [
    ['name', settings.dataset_config === null ? null : pythonString(settings.dataset_config)],
    ['streaming', settings.dataset_streaming ? 'True' : null],
  ]);
  return {
    imports: ['load_dataset'],
    lines: [`dataset = ${call}`],
    train: `dataset[${pythonString(settings.dataset_train_split)}]`,
    evaluation: evaluates(recipe) ? `dataset[${pythonString(settings.dataset_test_split)}]` : null,
  };
}

function mixture(recipe: Recipe, node: YamlNode | undefined, keys: TrlKeys): ScriptData {
  const items = (node?.kind === 'list' ? node.items : []).map(entriesByName);
  const { settings, entries } = recipe;
  const parts = items.map((item) => part(item, settings.streaming, keys));
  const shares = fractions(items, settings.streaming);
  const several = parts.length > 1;
  const size = entries.get('test_split_size')?.value;
  const splits = settings.test_split_size === null || size === undefined ? null : size;
  const names: Record<string, string> =
    splits === null ? { train: 'dataset' } : { train: 'dataset["train"]', test: 'dataset["test"]' };
  return {
    imports: several ? ['concatenate_datasets', 'load_dataset'] : ['load_dataset'],
    lines: [
      ...(several ? joined(parts, shares) : [`dataset = ${parts.join('')}`]),
      ...(splits === null ? [] : splitLines(pythonLiteral('test_split_size', splits))),
    ],
    train: splitNamed(names, settings.dataset_train_split),
    evaluation: evaluates(recipe) ? splitNamed(names, settings.dataset_test_split) : null,
  };
}

/** `trl 1.16 scripts/utils.py:451-463`. */
function part(item: ReadonlyMap<string, YamlEntry>, streaming: boolean, keys: TrlKeys): string {
  const literal = (name: string): string | null => {
    const node = item.get(name)?.value;
    return node === undefined || node.kind === 'null'
      ? null
      : pythonLiteral(name, node, keys.datasetKeys[name]);
  };
  for (const name of item.keys()) {
    if (!Object.hasOwn(keys.datasetKeys, name))
      throw new HumanError('recipe.script.unknown-key', { key: name });
  }
  const path = item.get('path')?.value;
  if (path?.kind !== 'str') throw new HumanError('recipe.script.no-data');
  const call = loadCall(path.value, [
    ['name', literal('name')],
    ['data_dir', literal('data_dir')],
    ['data_files', literal('data_files')],
    ['split', literal('split') ?? '"train"'],
    ['streaming', streaming ? 'True' : null],
  ]);
  const columns = literal('columns');
  return columns === null ? call : `${call}.select_columns(${columns})`;
}

function loadCall(path: string, options: readonly (readonly [string, string | null])[]): string {
  const given = options.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  return `load_dataset(${[pythonString(path), ...given].join(', ')})`;
}

/** Target shares, which all or none of the datasets have (trl 1.16 scripts/utils.py:465-480); [] for none. */
function fractions(items: readonly ReadonlyMap<string, YamlEntry>[], streaming: boolean): string[] {
  const given = items.flatMap((item) => {
    const node = item.get('fraction')?.value;
    return node === undefined || node.kind === 'null' ? [] : [pythonLiteral('fraction', node)];
  });
  if (given.length > 0 && (given.length < items.length || streaming)) {
    throw new HumanError('recipe.script.fractions');
  }
  return given;
}

function joined(parts: readonly string[], shares: readonly string[]): string[] {
  return [
    'parts = [',
    ...parts.map((each) => `    ${each},`),
    ']',
    ...(shares.length === 0 ? [] : shareLines(shares)),
    'dataset = concatenate_datasets(parts)',
  ];
}

/** The same arithmetic as TRL's, so that the same rows are taken. */
function shareLines(shares: readonly string[]): string[] {
  return [
    '# Shares of the mixture: the first rows of each part, as many as no part has to repeat.',
    `shares = [${shares.join(', ')}]`,
    'weights = [share / sum(shares) for share in shares]',
    'total = min(len(part) / weight for part, weight in zip(parts, weights) if weight > 0)',
    'parts = [part.select(range(round(weight * total))) for part, weight in zip(parts, weights)]',
  ];
}

function splitLines(size: string): string[] {
  return [
    '# Without a seed, as `trl sft` splits: other rows are held out at each start.',
    `dataset = dataset.train_test_split(test_size=${size})`,
  ];
}

function splitNamed(names: Readonly<Record<string, string>>, split: string): string {
  const expression = names[split];
  if (expression === undefined) throw new HumanError('recipe.script.no-split', { split });
  return expression;
}

function evaluates({ settings }: Recipe): boolean {
  return settings.eval_strategy !== 'no';
}
