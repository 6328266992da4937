import { execFileSync } from 'node:child_process';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';
import {
  jobLine,
  launchLine,
  localLine,
  type LocalInput,
  type NamedRecipe,
} from '../../../src/core/recipe/shell-command.ts';
import { shellQuote } from '../../../src/core/recipe/shell-quote.ts';

function named(text: string, path = 'tiny.sft.yaml'): NamedRecipe {
  const { recipe } = parseRecipe(text);
  if (recipe === null) throw new Error('no recipe');
  return { path, text, recipe };
}

function job(text: string, inputs: readonly LocalInput[] = []): ReturnType<typeof jobLine> {
  return jobLine(named(text), { flavor: 't4-small', timeout: '2h', repository: 'tiny', inputs });
}

const base = 'model_name_or_path: org/m\ndataset_name: org/d\n';

describe('a word for the shell', () => {
  it('reaches a program as it is', () => {
    const seed = Date.now();
    process.stdout.write(`shellQuote: seed ${seed}\n`);
    const texts = fc
      .sample(fc.string({ unit: 'grapheme', maxLength: 20 }), { seed, numRuns: 200 })
      .filter((text) => !text.includes('\0'));
    const all = [...texts, '', "it's", '$(id)', '`id`', 'a b\nc', '-n', '~', '#', '한글'];
    const script = `for each in ${all.map(shellQuote).join(' ')}; do printf '%s\\0' "$each"; done`;
    expect(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(
      all,
    );
  });
});

describe('the line for this computer', () => {
  it('is plain TRL', () => {
    expect(localLine(named(base, 'my recipes/a.yaml'))).toBe("trl sft --config 'my recipes/a.yaml'");
  });

  it('has TRL read a recipe as UTF-8 where it matters', () => {
    expect(localLine(named(`# 한글\n${base}`))).toBe('PYTHONUTF8=1 trl sft --config tiny.sft.yaml');
  });

  it('starts a script with what the recipe forwards to accelerate', () => {
    const { recipe } = named(
      `${base}num_processes: 2\nmixed_precision: bf16\naccelerate_config: my config.yaml\n`,
    );
    expect(launchLine(recipe, 'train.py')).toBe(
      "accelerate launch --config_file 'my config.yaml' --num_processes 2 --mixed_precision bf16 train.py",
    );
  });

  it('finds a configuration that lies in the trl package', () => {
    const { recipe } = named(`${base}accelerate_config: zero2\n`);
    expect(launchLine(recipe, 'train.py')).toContain('trl.__path__[0]');
    expect(launchLine(recipe, 'train.py')).toContain('/accelerate_configs/zero2.yaml" train.py');
  });
});

describe('the line for a job', () => {
  it('pins the packages, names the secret, and pushes to a private repository', () => {
    expect(job(`${base}use_peft: true\nreport_to: trackio\n`).line).toBe(
      'hf jobs uv run --secrets HF_TOKEN -e PYTHONUTF8=1 --flavor t4-small --timeout 2h --with trl==1.16.0 ' +
        '--with transformers==5.23.0 --with accelerate==1.15.0 --with peft --with trackio trl sft --config tiny.sft.yaml ' +
        '--push_to_hub True --hub_model_id tiny --hub_private_repo True --hub_strategy checkpoint',
    );
  });

  it('leaves the repository to a recipe that pushes itself', () => {
    expect(job(`${base}push_to_hub: true\nhub_model_id: me/m\n`).line).not.toContain('--hub_');
  });

  it('takes the folders along that the recipe names, and starts the training above them', () => {
    const { line, notes } = job(base, [
      { path: './data/train.jsonl', kind: 'file' },
      { path: 'data/more/test.jsonl', kind: 'file' },
      { path: 'models/small/', kind: 'folder' },
      { path: '/srv/data/a.jsonl', kind: 'file' },
    ]);
    expect(notes).toEqual([]);
    expect(line).toContain(
      '-v ./data:/inputs/data -v ./data/more:/inputs/data/more -v ./models/small:/inputs/models/small ' +
        '-v /srv/data:/srv/data env -C /inputs trl sft --config tiny.sft.yaml --output_dir /tmp/output',
    );
  });

  it('takes the whole folder along for a file that lies directly in it, and says so', () => {
    const { line, notes } = job(base, [
      { path: 'data/train.jsonl', kind: 'file' },
      { path: './template.jinja', kind: 'file' },
    ]);
    expect(notes).toEqual([{ id: 'recipe.line.whole-folder', args: { path: './template.jinja' } }]);
    expect(line).toContain(' -v .:/inputs env -C /inputs trl sft ');
    expect(line).not.toContain('./data');
  });

  it('says what cannot go along', () => {
    const { line, notes } = job(base, [{ path: 'sub/../../data/a.jsonl', kind: 'file' }]);
    expect(notes).toEqual([{ id: 'recipe.line.outside', args: { path: 'sub/../../data/a.jsonl' } }]);
    expect(line).not.toContain('-v');
  });
});
