import { HumanError } from '../text/human-error.ts';
import { pythonLiteral, pythonString } from './python-literal.ts';
import type { Recipe } from './recipe.ts';
import type { TrlKeys } from './trl-keys.ts';

/** Keys of the recipe that become arguments of `from_pretrained` (trl 1.16 scripts/sft.py:77-85). */
const MODEL_KEYS = { model_revision: 'revision', attn_implementation: 'attn_implementation', dtype: 'dtype' };

/** LoraConfig's argument for each key (trl 1.16 trainer/utils.py:295); it has other defaults than the recipe's keys. */
const LORA_KEYS = {
  lora_task_type: 'task_type',
  lora_r: 'r',
  lora_alpha: 'lora_alpha',
  lora_dropout: 'lora_dropout',
  lora_target_modules: 'target_modules',
  lora_target_parameters: 'target_parameters',
  lora_modules_to_save: 'modules_to_save',
  use_rslora: 'use_rslora',
  use_dora: 'use_dora',
};

/** BitsAndBytesConfig's argument for each key (trl 1.16 trainer/utils.py:261). */
const FOUR_BIT_KEYS = {
  dtype: 'bnb_4bit_compute_dtype',
  bnb_4bit_quant_type: 'bnb_4bit_quant_type',
  use_bnb_nested_quant: 'bnb_4bit_use_double_quant',
  bnb_4bit_quant_storage: 'bnb_4bit_quant_storage',
};

/** `model_init_kwargs` of the SFTConfig as a Python dict; null where the recipe says nothing about loading the model. */
export function modelOptions({ entries }: Recipe, keys: TrlKeys): string | null {
  const own = entries.get('model_init_kwargs')?.value;
  if (own?.kind === 'str') throw new HumanError('recipe.script.json-text', { key: 'model_init_kwargs' });
  const options = new Map<string, string>();
  for (const [key, argument] of Object.entries(MODEL_KEYS)) {
    const node = entries.get(key)?.value;
    if (node !== undefined) options.set(argument, pythonLiteral(key, node, keys.keys[key]));
  }
  for (const entry of own?.kind === 'map' ? own.entries : []) {
    options.set(entry.name, pythonLiteral('model_init_kwargs', entry.value));
  }
  if (options.size === 0) return null;
  return `{${[...options].map(([name, value]) => `${pythonString(name)}: ${value}`).join(', ')}}`;
}

/** The adapter of a recipe with `use_peft`, else null. */
export function loraConfig(recipe: Recipe, keys: TrlKeys): string[] | null {
  if (!recipe.settings.use_peft) return null;
  return callLines('LoraConfig', argumentsOf(recipe, LORA_KEYS, keys));
}

/** How the model is quantized, or null. */
export function quantizationConfig(recipe: Recipe, keys: TrlKeys): string[] | null {
  const { load_in_4bit, load_in_8bit } = recipe.settings;
  if (load_in_4bit && load_in_8bit) throw new HumanError('recipe.script.two-quantizations');
  if (load_in_8bit) return callLines('BitsAndBytesConfig', ['load_in_8bit=True']);
  if (!load_in_4bit) return null;
  return callLines('BitsAndBytesConfig', ['load_in_4bit=True', ...argumentsOf(recipe, FOUR_BIT_KEYS, keys)]);
}

/** `name(` with an argument on each line, or on several where it is a call itself. */
export function callLines(name: string, given: readonly (string | readonly string[])[]): string[] {
  if (given.length === 0) return [`${name}()`];
  const lines = given.flatMap((each) => {
    const argument = typeof each === 'string' ? [each] : each;
    return argument.map((line, index) => `    ${line}${index === argument.length - 1 ? ',' : ''}`);
  });
  return [`${name}(`, ...lines, ')'];
}

/** The recipe's value of each key, or the key's default unless that is null. */
function argumentsOf({ entries }: Recipe, names: Readonly<Record<string, string>>, keys: TrlKeys): string[] {
  return Object.entries(names).flatMap(([key, argument]) => {
    const node = entries.get(key)?.value;
    if (node?.kind === 'null') return [];
    // A list of one is taken for its item (trl 1.16 trainer/model_config.py:158).
    const [only, ...more] = node?.kind === 'list' && key === 'lora_target_modules' ? node.items : [];
    const value = only !== undefined && more.length === 0 ? only : node;
    if (value !== undefined) return [`${argument}=${pythonLiteral(key, value, keys.keys[key])}`];
    const fallback = keys.keys[key]?.default;
    return typeof fallback === 'string' || typeof fallback === 'number'
      ? [`${argument}=${JSON.stringify(fallback)}`]
      : [];
  });
}
