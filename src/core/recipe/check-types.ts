import { closestName } from './closest-name.ts';
import { isPythonFloat, isPythonInt, meansNull, pythonBoolean } from './read-value.ts';
import type { RecipeFinding } from './recipe.ts';
import type { TrlKey, TrlKeys, ValueType } from './trl-keys.ts';
import type { YamlEntry, YamlKind, YamlNode } from './yaml-node.ts';

/**
 * Values of the wrong type, and values outside a key's choices. TRL converts texts by argparse and takes everything else
 * from the YAML as it is, unchecked (trl 1.16 scripts/utils.py:361): such a recipe fails late, or trains something else.
 */
export function checkTypes(root: YamlNode, keys: TrlKeys): RecipeFinding[] {
  if (root.kind !== 'map') return [];
  return root.entries.flatMap((entry) => {
    const known = Object.hasOwn(keys.keys, entry.name) ? keys.keys[entry.name] : undefined;
    if (known === undefined || entry.key.kind !== 'str') return [];
    if (entry.name === 'datasets') return checkDatasets(entry, keys);
    if (known.group === 'accelerate') return checkAccelerate(entry, known);
    return checkValue(entry, known, entry.name);
  });
}

function checkValue(entry: YamlEntry, key: TrlKey, top: string): RecipeFinding[] {
  const { name, value } = entry;
  const finding = (id: string, args: RecipeFinding['args']): RecipeFinding[] => [
    { id, args: { key: name, ...args }, severity: 'error', range: value.range, key: top },
  ];
  if (name === 'report_to' && (value.kind === 'null' || (value.kind === 'str' && value.value === 'None'))) {
    return finding('recipe.report-to-null', {});
  }
  if (value.kind === 'null') return key.null ? [] : finding('recipe.empty-value', {});
  if (value.kind === 'bool' && !allows(value, key)) {
    const quoted = key.choices?.includes(value.source.toLowerCase()) ?? key.types.includes('str');
    if (quoted) return finding('recipe.boolean-for-text', { source: value.source });
  }
  if (!allows(value, key)) {
    return finding('recipe.wrong-type', { expected: key.types.join(' | '), found: describe(value) });
  }
  if (value.kind !== 'str' || key.choices === undefined || key.choices.includes(value.value)) return [];
  if (key.null && meansNull(value.value)) return [];
  const near = closestName(value.value, key.choices) ?? commonMistakes[value.value];
  return near !== undefined && key.choices.includes(near)
    ? finding('recipe.not-a-choice-near', { found: value.value, near })
    : finding('recipe.not-a-choice', { found: value.value, choices: shorten(key.choices) });
}

const commonMistakes: Readonly<Record<string, string>> = {
  bf16: 'bfloat16',
  fp16: 'float16',
  fp32: 'float32',
};

function shorten(choices: readonly string[]): string {
  const first = choices.slice(0, 8).join(', ');
  return choices.length > 8 ? `${first}, …` : first;
}

function allows(value: YamlNode, key: TrlKey): boolean {
  // argparse gives None for these texts to numbers alone: a boolean of "None" is refused.
  const number = key.types.includes('int') || key.types.includes('float');
  if (value.kind === 'str' && key.null && number && meansNull(value.value)) return true;
  return key.types.some((type) => fits(value, type));
}

/** Whether a value does as this type: texts as argparse converts them, all else as it stands. */
function fits(value: YamlNode, type: ValueType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'str':
      return value.kind === 'str';
    case 'int':
      return value.kind === 'int' || (value.kind === 'str' && isPythonInt(value.value));
    case 'float':
      return (
        value.kind === 'int' || value.kind === 'float' || (value.kind === 'str' && isPythonFloat(value.value))
      );
    case 'bool':
      return value.kind === 'bool' || (value.kind === 'str' && pythonBoolean(value.value) !== null);
    case 'list':
      // One text stands for itself: `lora_target_modules: all-linear`.
      return value.kind === 'list' || value.kind === 'str';
    case 'dict':
      return value.kind === 'map' || (value.kind === 'str' && value.value.trimStart().startsWith('{'));
  }
}

const kindNames: Readonly<Record<YamlKind, string>> = {
  null: 'null',
  bool: 'bool',
  int: 'int',
  float: 'float',
  str: 'str',
  date: 'date',
  list: 'list',
  map: 'dict',
};

function describe(value: YamlNode): string {
  switch (value.kind) {
    case 'null':
    case 'list':
    case 'map':
      return kindNames[value.kind];
    case 'bool':
      return `${value.source} (bool)`;
    case 'str':
      return `"${value.value.length > 40 ? `${value.value.slice(0, 40)}…` : value.value}"`;
    case 'int':
    case 'float':
    case 'date':
      return `${value.value} (${kindNames[value.kind]})`;
  }
}

function checkDatasets(entry: YamlEntry, keys: TrlKeys): RecipeFinding[] {
  const { value } = entry;
  const wrong = (node: YamlNode, expected: string): RecipeFinding => ({
    id: 'recipe.wrong-type',
    args: { key: 'datasets', expected, found: describe(node) },
    severity: 'error',
    range: node.range,
    key: 'datasets',
  });
  if (value.kind !== 'list') return [wrong(value, 'list')];
  return value.items.flatMap((item) => {
    if (item.kind !== 'map') return [wrong(item, 'dict')];
    return item.entries.flatMap((part) => {
      const known = keys.datasetKeys[part.name];
      return known === undefined ? [] : checkValue(part, known, 'datasets');
    });
  });
}

/**
 * `trl sft` forwards these as `--key value`: for a switch, accelerate takes the value for the script to be run.
 * Tried with accelerate 1.15: `--multi_gpu True sft.py` runs a script named True.
 */
function checkAccelerate({ name, value }: YamlEntry, key: TrlKey): RecipeFinding[] {
  if (!key.types.includes('bool')) return [];
  return [
    { id: 'recipe.accelerate-switch', args: { key: name }, severity: 'error', range: value.range, key: name },
  ];
}
