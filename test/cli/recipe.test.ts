import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { makeFolder } from '../kit/fake-run.ts';

function makeRecipe(text = ''): string {
  const folder = makeFolder();
  fs.writeFileSync(
    path.join(folder, 'my.sft.yaml'),
    `model_name_or_path: org/m\ndatasets:\n  - path: json\n    data_files: data/train.jsonl\n${text}`,
  );
  fs.mkdirSync(path.join(folder, 'data'));
  fs.writeFileSync(path.join(folder, 'data/train.jsonl'), '{"messages": []}\n');
  return folder;
}

describe('tuning-fork recipe, used wrongly', () => {
  it.each([
    [['recipe'], 'name script or command'],
    [['recipe', 'new'], 'new does not work yet'],
    [['recipe', 'check', 'my.sft.yaml'], 'check does not work yet'],
    [['recipe', 'schema'], 'schema does not work yet'],
    [['recipe', 'bake', 'my.sft.yaml'], 'there is no bake'],
    [['recipe', 'script'], 'name one recipe'],
    [['recipe', 'script', 'my.sft.yaml', 'b.yaml'], 'name one recipe'],
    [['recipe', 'script', 'nowhere.yaml'], 'nowhere.yaml'],
    [['recipe', 'script', 'my.sft.yaml', '--out', 'no/folder/a.py'], 'cannot be written (ENOENT)'],
    [['recipe', 'command', 'my.sft.yaml', '--on', 'mars'], '--on is local or jobs'],
    [['recipe', 'command', 'my.sft.yaml', '--on', 'jobs'], 'needs --flavor'],
    [['recipe', 'command', 'my.sft.yaml', '--flavor', 'f'], 'belong to --on jobs'],
    [['recipe', 'command', 'my.sft.yaml', '--on', 'jobs', '--flavor', 'f', '--timeout', 'soon'], 'not soon'],
  ])('answers %j with exit 2 and a sentence', async (argv, sentence) => {
    const { code, out, notes } = await cli(makeRecipe(), argv);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(sentence);
    expect(notes.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('tuning-fork recipe', () => {
  it('brings every file that the recipe names into a job, the configuration of DeepSpeed too', async () => {
    const folder = makeRecipe('deepspeed: settings/ds.json\n');
    fs.mkdirSync(path.join(folder, 'settings'));
    fs.writeFileSync(path.join(folder, 'settings/ds.json'), '{}');
    const argv = ['recipe', 'command', 'my.sft.yaml', '--on', 'jobs', '--flavor', 'a10g-small'];
    const { code, out } = await cli(folder, argv);
    expect(code).toBe(0);
    expect(out).toMatch(/-v \.\/settings:\S+\/settings /);
  });

  it('prints a script', async () => {
    const { code, out, notes } = await cli(makeRecipe(), ['recipe', 'script', 'my.sft.yaml']);
    expect([code, notes]).toEqual([0, '']);
    expect(out).toContain('#   accelerate launch my.py\n');
    expect(out).toContain('load_dataset("json", data_files="data/train.jsonl", split="train")');
  });

  it('writes a script to a file once, and says how to start it', async () => {
    const folder = makeRecipe();
    const argv = ['recipe', 'script', 'my.sft.yaml', '--out', 'train it.py'];
    const first = await cli(folder, argv);
    expect(first).toEqual({ code: 0, out: '', notes: "accelerate launch 'train it.py'\n" });
    const written = fs.readFileSync(path.join(folder, 'train it.py'), 'utf8');
    expect(written).toContain("#   accelerate launch 'train it.py'\n");
    const again = await cli(folder, argv);
    expect(again.code).toBe(2);
    expect(again.notes).toContain('is there already');
  });

  it('prints the line for this computer', async () => {
    const { code, out } = await cli(makeRecipe(), ['recipe', 'command', 'my.sft.yaml']);
    expect([code, out]).toEqual([0, 'trl sft --config my.sft.yaml\n']);
  });

  it('prints the line for a job with the folders of the data', async () => {
    const argv = [
      'recipe',
      'command',
      'my.sft.yaml',
      '--on',
      'jobs',
      '--flavor',
      't4-small',
      '--timeout',
      '90m',
    ];
    const { code, out } = await cli(makeRecipe(), argv);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^hf jobs uv run .* --flavor t4-small --timeout 90m .* -v \.\/data:\/inputs\/data .*\n$/,
    );
    expect(out).toContain('--hub_model_id my ');
  });

  it('says in a comment what the line copies', async () => {
    const folder = makeRecipe('chat_template_path: my.jinja\n');
    fs.writeFileSync(path.join(folder, 'my.jinja'), '');
    const argv = ['recipe', 'command', 'my.sft.yaml', '--on', 'jobs', '--flavor', 'f', '--lang', 'ko'];
    const { out } = await cli(folder, argv);
    expect(out).toMatch(/^# my\.jinja이\(가\) .*\nhf jobs uv run .* -v \.:\/inputs .*\n$/);
  });

  it('finds the folder of a pattern', async () => {
    const folder = makeRecipe();
    const file = path.join(folder, 'my.sft.yaml');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('train.jsonl', '*.jsonl'));
    const argv = ['recipe', 'command', 'my.sft.yaml', '--on', 'jobs', '--flavor', 'f'];
    expect((await cli(folder, argv)).out).toMatch(/ --timeout 2h .* -v \.\/data:\/inputs\/data /);
  });

  it('names the errors of a recipe by line and exits with 1', async () => {
    const { code, out, notes } = await cli(makeRecipe('learning_rat: 1\n'), [
      'recipe',
      'script',
      'my.sft.yaml',
    ]);
    expect([code, out]).toEqual([1, '']);
    expect(notes).toMatch(/^my\.sft\.yaml:5: .*learning_rat/);
  });

  it('says why a sound recipe is no script, in the language asked for', async () => {
    const folder = makeRecipe("model_init_kwargs: '{}'\n");
    const { code, notes } = await cli(folder, ['recipe', 'script', 'my.sft.yaml', '--lang', 'ko']);
    expect(code).toBe(1);
    expect(notes).toContain('model_init_kwargs');
    expect(notes).toContain('JSON');
  });
});
