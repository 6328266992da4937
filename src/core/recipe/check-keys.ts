import { closestName } from './closest-name.ts';
import type { RecipeFinding } from './recipe.ts';
import { removedKeys, type TrlKeys } from './trl-keys.ts';
import type { YamlEntry, YamlNode } from './yaml-node.ts';

/** Keys that TRL does not know, that are gone, or that stand twice. `trl sft` refuses a recipe with an unknown key. */
export function checkKeys(root: YamlNode, keys: TrlKeys): RecipeFinding[] {
  if (root.kind !== 'map') return [];
  const known = Object.keys(keys.keys);
  return [
    ...twice(root.entries),
    ...root.entries.flatMap((entry) => checkKey(entry, known)),
    ...checkDatasetKeys(root.entries, Object.keys(keys.datasetKeys)),
  ];
}

function checkKey(entry: YamlEntry, known: readonly string[]): RecipeFinding[] {
  const { name, key } = entry;
  if (key.kind !== 'str') return [unknown(entry, known)];
  const instead = Object.hasOwn(removedKeys, name) ? removedKeys[name] : undefined;
  if (known.includes(name)) return [];
  if (instead === undefined) return [unknown(entry, known)];
  const id = instead === '' ? 'recipe.removed-key' : 'recipe.replaced-key';
  return [{ id, args: { key: name, instead }, severity: 'error', range: key.range, key: name }];
}

function unknown({ name, key }: YamlEntry, known: readonly string[], top = name): RecipeFinding {
  const near = closestName(name, known);
  return {
    id: near === null ? 'recipe.unknown-key' : 'recipe.unknown-key-near',
    args: near === null ? { key: name } : { key: name, near },
    severity: 'error',
    range: key.range,
    key: top,
  };
}

function checkDatasetKeys(entries: readonly YamlEntry[], known: readonly string[]): RecipeFinding[] {
  const datasets = entries.findLast((entry) => entry.name === 'datasets')?.value;
  if (datasets?.kind !== 'list') return [];
  return datasets.items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const names = item.entries.map((entry) => entry.name);
    const missing: RecipeFinding[] = names.includes('path')
      ? []
      : [
          {
            id: 'recipe.dataset-without-path',
            args: {},
            severity: 'error',
            range: item.range,
            key: 'datasets',
          },
        ];
    const strangers = item.entries.filter((entry) => !known.includes(entry.name));
    return [...missing, ...strangers.map((entry) => unknown(entry, known, 'datasets'))];
  });
}

/** PyYAML lets the last of equal keys win without a word. */
function twice(entries: readonly YamlEntry[]): RecipeFinding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name, key }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        id: 'recipe.key-twice',
        args: { key: name },
        severity: 'warning' as const,
        range: key.range,
        key: name,
      },
    ];
  });
}
