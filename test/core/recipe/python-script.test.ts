import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';
import { pythonString } from '../../../src/core/recipe/python-literal.ts';
import { pythonScript } from '../../../src/core/recipe/python-script.ts';
import { HumanError } from '../../../src/core/text/human-error.ts';

const fixtures = 'test/fixtures/scripts';
const recipes = fs.readdirSync(fixtures).filter((name) => name.endsWith('.sft.yaml'));

function script(text: string, name = 'recipe.sft.yaml'): string {
  const { recipe } = parseRecipe(text);
  if (recipe === null) throw new Error('no recipe');
  return pythonScript(recipe, { recipe: name, script: name.replace('.sft.yaml', '.py') });
}

function refusal(text: string): unknown {
  try {
    return script(text);
  } catch (error) {
    return error instanceof HumanError ? error.detail : error;
  }
}

describe('the script of a recipe', () => {
  it.each(recipes)('is that of the golden file: %s', (name) => {
    const text = script(fs.readFileSync(path.join(fixtures, name), 'utf8'), name);
    const golden = path.join(fixtures, name.replace('.sft.yaml', '.py'));
    if (process.env['TUNING_FORK_UPDATE_FIXTURES']) fs.writeFileSync(golden, text);
    expect(text).toBe(fs.readFileSync(golden, 'utf8'));
  });

  it('holds only what the recipe says', () => {
    const text = script('model_name_or_path: m\ndataset_name: d\n');
    expect(text).toContain('    args = SFTConfig()\n');
    expect(text).not.toMatch(/peft|Bits|os\.|eval/);
  });

  const base = 'model_name_or_path: m\ndatasets: [{path: json, data_files: a.jsonl}]\n';
  it.each([
    ['no model', 'dataset_name: d\n', 'no-model'],
    ['no data', 'model_name_or_path: m\n', 'no-data'],
    ['an unknown key', `${base}learning_rat: 1\n`, 'unknown-key'],
    [
      'an unknown key of a dataset',
      'model_name_or_path: m\ndatasets: [{path: d, weight: 1}]\n',
      'unknown-key',
    ],
    ['evaluation without held-out rows', `${base}eval_strategy: steps\n`, 'no-split'],
    ['a split that a mixture lacks', `${base}dataset_train_split: training\n`, 'no-split'],
    [
      'shares of some datasets only',
      'model_name_or_path: m\ndatasets: [{path: d, fraction: 0.5}, {path: e}]\n',
      'fractions',
    ],
    [
      'shares of streamed data',
      'model_name_or_path: m\nstreaming: true\ndatasets: [{path: d, fraction: 0.5}]\n',
      'fractions',
    ],
    ['a token', `${base}hub_token: secret\n`, 'token'],
    ['a token in a variable', `${base}env: {HF_TOKEN: secret}\n`, 'token'],
    ['a date', `${base}run_name: 2026-11-25\n`, 'date'],
    ['options of the model as JSON', `${base}model_init_kwargs: '{"use_cache": false}'\n`, 'json-text'],
    ['two quantizations', `${base}load_in_4bit: true\nload_in_8bit: true\n`, 'two-quantizations'],
  ])('is refused for %s', (_, text, id) => {
    expect(refusal(text)).toMatchObject({ id: `recipe.script.${id}` });
  });

  it('never repeats a token in its refusal', () => {
    expect(JSON.stringify(refusal(`${base}env: {MY_TOKEN: hf_abcdefghijklmnop}\n`))).not.toContain('hf_abc');
  });

  it('keeps a line break in a name out of its comment', () => {
    expect(script(base, 'a\nimport os\n.sft.yaml')).not.toMatch(/^import os/m);
  });
});

describe('a text in Python', () => {
  it('reads back as itself', () => {
    const seed = Date.now();
    process.stdout.write(`pythonString: seed ${seed}\n`);
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { seed, numRuns: 300 });
    const all = [...texts, '\u2028\u2029\u0000\u007f', '\ud800', 'a\\N{DIGIT ONE}\\', '"""', '{x}%s'];
    const source = `import json\nprint(json.dumps([${all.map(pythonString).join(', ')}]))\n`;
    const printed = execFileSync('python3', ['-'], { input: source, encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(all);
  });
});
