import { HumanError } from '../text/human-error.ts';
import { checkSecrets } from './check-secrets.ts';
import { pythonLiteral, pythonString } from './python-literal.ts';
import type { Recipe } from './recipe.ts';
import { scriptData, type ScriptData } from './script-data.ts';
import { callLines, loraConfig, modelOptions, quantizationConfig } from './script-model.ts';
import { launchLine } from './shell-command.ts';
import { bundledTrlKeys, type TrlKeys } from './trl-keys.ts';

const NOWHERE = { start: 0, end: 0, line: 1, column: 1 };

/** Names for the comment at the top of a script. */
export interface ScriptNames {
  readonly recipe: string;
  readonly script: string;
}

/**
 * The training of a recipe as a Python script: what somebody who knows TRL would write, with the losses of
 * `trl sft --config` to the last digit where it is started by the line that stands at its top.
 * @throws {HumanError} `recipe.script.…` for what a script cannot say, or where TRL would stop
 */
export function pythonScript(recipe: Recipe, names: ScriptNames, keys: TrlKeys = bundledTrlKeys()): string {
  refuse(recipe, keys);
  const data = scriptData(recipe, keys);
  const lora = loraConfig(recipe, keys);
  const quantization = quantizationConfig(recipe, keys);
  const body = [
    ...data.lines,
    ...named('args = ', callLines('SFTConfig', configArguments(recipe, keys))),
    ...named('trainer = ', callLines('SFTTrainer', trainerArguments(recipe, data, quantization, lora))),
    ...training(recipe),
  ];
  return `${[
    `# The training of ${oneLine(names.recipe)}. Start it in the folder that its paths belong to:`,
    `#   ${oneLine(launchLine(recipe, names.script, keys))}`,
    ...environment(recipe),
    `from datasets import ${data.imports.join(', ')}`,
    ...(lora === null ? [] : ['from peft import LoraConfig']),
    ...(quantization === null ? [] : ['from transformers import BitsAndBytesConfig']),
    'from trl import SFTConfig, SFTTrainer',
    '',
    '',
    'def main():',
    ...body.map((line) => (line === '' ? '' : `    ${line}`)),
    '',
    '',
    'if __name__ == "__main__":',
    '    main()',
  ].join('\n')}\n`;
}

function refuse({ entries, settings }: Recipe, keys: TrlKeys): void {
  if (settings.model_name_or_path === null) throw new HumanError('recipe.script.no-model');
  const [secret] = checkSecrets({ kind: 'map', entries: [...entries.values()], range: NOWHERE });
  if (secret !== undefined) throw new HumanError('recipe.script.token', secret.args);
  for (const name of entries.keys()) {
    if (!Object.hasOwn(keys.keys, name)) throw new HumanError('recipe.script.unknown-key', { key: name });
  }
}

/** Variables of `env:`, set before the imports below because libraries read some of them when they are imported. */
function environment({ settings }: Recipe): string[] {
  const lines = Object.entries(settings.env).map(
    ([name, value]) => `os.environ[${pythonString(name)}] = ${pythonString(value)}`,
  );
  return lines.length === 0 ? [''] : ['import os', '', ...lines, ''];
}

function configArguments(recipe: Recipe, keys: TrlKeys): string[] {
  const own = [...recipe.entries.values()].flatMap(({ name, value }) => {
    const key = keys.keys[name];
    return key?.group === 'SFTConfig' && name !== 'model_init_kwargs'
      ? [`${name}=${pythonLiteral(name, value, key)}`]
      : [];
  });
  const options = modelOptions(recipe, keys);
  return options === null ? own : [...own, `model_init_kwargs=${options}`];
}

function trainerArguments(
  { settings }: Recipe,
  data: ScriptData,
  quantization: readonly string[] | null,
  lora: readonly string[] | null,
): (string | string[])[] {
  return [
    `model=${pythonString(settings.model_name_or_path ?? '')}`,
    'args=args',
    `train_dataset=${data.train}`,
    ...(data.evaluation === null ? [] : [`eval_dataset=${data.evaluation}`]),
    ...(quantization === null ? [] : [named('quantization_config=', quantization)]),
    ...(lora === null ? [] : [named('peft_config=', lora)]),
  ];
}

/** trl 1.16 scripts/sft.py:116-127. */
function training({ settings, entries }: Recipe): string[] {
  const resumes = entries.has('resume_from_checkpoint')
    ? 'resume_from_checkpoint=args.resume_from_checkpoint'
    : '';
  const name = settings.dataset_name === null ? 'None' : pythonString(settings.dataset_name);
  return [
    `trainer.train(${resumes})`,
    'trainer.save_model(args.output_dir)',
    ...(settings.push_to_hub ? [`trainer.push_to_hub(dataset_name=${name})`] : []),
  ];
}

/** A call's lines behind `name = ` or, as an argument, `name=`. */
function named(name: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${name}${first}`, ...rest];
}

/** A file's name may hold a line break; a comment may not. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\f\v\u0085\u2028\u2029]+/g, ' ');
}
