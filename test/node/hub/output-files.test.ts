import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hubIdOf } from '../../../src/node/hub/base-model.ts';
import { outputFiles } from '../../../src/node/hub/output-files.ts';

function folderOf(...names: string[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tf-output-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  for (const name of names) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), name);
  }
  return folder;
}

describe('outputFiles', () => {
  it('finds a model in parts with all that belongs to it, and nothing else', async () => {
    const model = [
      'additional_chat_templates/tool.jinja',
      'chat_template.jinja',
      'config.json',
      'configuration_own.py',
      'generation_config.json',
      'model-00001-of-00002.safetensors',
      'model-00002-of-00002.safetensors',
      'model.safetensors.index.json',
      'modeling_own.py',
      'tokenizer.json',
      'tokenizer_config.json',
    ];
    const rest = [
      '.env',
      'README.md',
      'checkpoint-4/model.safetensors',
      'events.out.tfevents.1',
      'notes.json',
      'optimizer.pt',
      'runs/a',
      'setup.py',
      'trainer_state.json',
      'training_args.bin',
    ];
    const output = await outputFiles(folderOf(...model, ...rest));
    expect(output?.kind).toBe('model');
    expect(output?.files.map((each) => each.path).toSorted()).toEqual(model.toSorted());
  });

  it.each([
    ['a configuration without weights', ['config.json', 'tokenizer.json']],
    ['weights without a configuration', ['model.safetensors']],
    ['an adapter whose weights are missing', ['adapter_config.json', 'model.safetensors', 'config.json']],
    ['parts of which one has not come yet', ['config.json', 'model-00001-of-00002.safetensors']],
    [
      'parts with their index of which one is missing',
      ['config.json', 'model-00002-of-00002.safetensors', 'model.safetensors.index.json'],
    ],
    ['checkpoints alone', ['checkpoint-2/config.json', 'checkpoint-2/model.safetensors']],
    ['nothing', []],
  ])('does not take %s for a model', async (_, names) => {
    expect(await outputFiles(folderOf(...names))).toBeNull();
  });

  it('leaves out links, which may lead anywhere', async () => {
    const folder = folderOf('config.json', 'model.safetensors');
    fs.symlinkSync('/etc/hostname', path.join(folder, 'tokenizer.json'));
    const output = await outputFiles(folder);
    expect(output?.files.map((each) => each.path)).toEqual(['config.json', 'model.safetensors']);
  });
});

describe('hubIdOf', () => {
  it.each([
    ['HuggingFaceTB/SmolLM2-135M', 'HuggingFaceTB/SmolLM2-135M'],
    ['/c/hub/models--HuggingFaceTB--SmolLM2-135M/snapshots/0a1b', 'HuggingFaceTB/SmolLM2-135M'],
    ['models/smol', null],
    ['model', null],
    ['./model', null],
    ['../a/model', null],
    ['/home/me/model', null],
    ['C:\\models\\smol', null],
  ])('reads %s as %s', async (name, expected) => {
    expect(await hubIdOf(name, folderOf('models/smol/config.json'))).toBe(expected);
  });
});
