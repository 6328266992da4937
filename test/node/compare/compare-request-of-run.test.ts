import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { compareRequestOfRun } from '../../../src/node/compare/compare-request-of-run.ts';
import { newestComparison } from '../../../src/node/compare/read-comparison.ts';
import { createRunsFolder } from '../../../src/node/run/run-directory.ts';
import { makeFolder } from '../../kit/fake-run.ts';
import { madeRunRecord } from '../../kit/made-run-record.ts';

const id = '20261125-100000-tiny-0001';

function write(file: string, text = ''): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function writeModel(folder: string, kind: 'adapter' | 'model'): void {
  write(path.join(folder, kind === 'adapter' ? 'adapter_config.json' : 'config.json'), '{}');
  write(path.join(folder, kind === 'adapter' ? 'adapter_model.safetensors' : 'model.safetensors'));
}

/** A run that has ended, of a folder with train and test data. */
async function endedRun(record: object = {}): Promise<{ folder: string; directory: string }> {
  const folder = makeFolder();
  const directory = path.join(await createRunsFolder(folder), id);
  write(path.join(folder, 'data', 'train.jsonl'), '{}\n');
  write(path.join(folder, 'data', 'test.jsonl'), '{}\n');
  write(path.join(directory, 'recipe.yaml'), 'model_name_or_path: model\ndataset_name: data\nseed: 7\n');
  const fields = madeRunRecord({ id, outputDir: path.join(folder, 'out') });
  write(path.join(directory, 'run.json'), JSON.stringify({ ...fields, ...record }));
  const ended = { v: 1, seq: 1, time: '2026-11-25T10:01:00Z', type: 'ended', outcome: 'completed' };
  write(path.join(directory, 'events.jsonl'), `${JSON.stringify(ended)}\n`);
  return { folder, directory };
}

async function refusal(directory: string): Promise<string> {
  const error: unknown = await compareRequestOfRun(directory, {}).catch((each: unknown) => each);
  return error instanceof HumanError ? error.detail.id : 'none';
}

describe('compareRequestOfRun', () => {
  it('compares what the run left with its model, on the data that it held out', async () => {
    const { folder, directory } = await endedRun();
    writeModel(path.join(folder, 'out'), 'adapter');
    const request = await compareRequestOfRun(directory, {}, { maxNewTokens: 9 });
    expect(request).toMatchObject({
      version: 1,
      folder,
      run: id,
      recipe: path.join(directory, 'recipe.yaml'),
      before: null,
      after: path.join(folder, 'out'),
      data: path.join(folder, 'data', 'test.jsonl'),
      trainingData: [path.join(folder, 'data', 'train.jsonl')],
      seed: 7,
      maxNewTokens: 9,
    });
    expect(path.relative(directory, request.out)).toMatch(/^comparisons[\\/]\d{8}-\d{6}$/);
  });

  it('names the run, and a model that has a name of its own', async () => {
    const { folder, directory } = await endedRun();
    writeModel(path.join(folder, 'out'), 'adapter');
    expect((await compareRequestOfRun(directory, {})).names).toEqual({ before: null, after: 'tiny' });
    writeModel(path.join(folder, 'model'), 'model');
    expect((await compareRequestOfRun(directory, {})).names).toEqual({ before: null, after: 'tiny' });
    write(path.join(folder, 'model', 'tuning-fork-model.json'), '{"name": "Small, of the sample"}');
    const { names } = await compareRequestOfRun(directory, {});
    expect(names).toEqual({ before: 'Small, of the sample', after: 'tiny' });
    writeModel(path.join(folder, 'other'), 'model');
    const changed = await compareRequestOfRun(directory, {}, { before: path.join(folder, 'other') });
    expect(changed.names).toEqual({ before: null, after: 'tiny' });
  });

  it('takes the newest whole checkpoint of a run that ended early', async () => {
    const { folder, directory } = await endedRun();
    for (const step of [6, 9, 12]) writeModel(path.join(folder, 'out', `checkpoint-${step}`), 'model');
    // The twelfth was being written when the run was stopped.
    for (const step of [6, 9]) write(path.join(folder, 'out', `checkpoint-${step}`, 'trainer_state.json'));
    const request = await compareRequestOfRun(directory, {});
    expect(request.after).toBe(path.join(folder, 'out', 'checkpoint-9'));
  });

  it('names no held-out file where the data have none', async () => {
    const { folder, directory } = await endedRun();
    writeModel(path.join(folder, 'out'), 'model');
    fs.rmSync(path.join(folder, 'data', 'test.jsonl'));
    expect((await compareRequestOfRun(directory, {})).data).toBeNull();
  });

  it('says why a run cannot be compared', async () => {
    const nothing = await endedRun();
    expect(await refusal(nothing.directory)).toBe('compare.run.no-result');
    const jobLaunch = {
      endpoint: 'https://huggingface.co',
      namespace: 'me',
      nonce: '0',
      inputs: 'me/in',
      repository: 'me/out',
      flavor: 'a10g-small',
      timeoutSeconds: 60,
      costPerHour: null,
      simulated: false,
    };
    expect(await refusal((await endedRun({ jobLaunch })).directory)).toBe('run.jobs.not-fetched');
    const broken = await endedRun();
    writeModel(path.join(broken.folder, 'out'), 'model');
    write(path.join(broken.directory, 'recipe.yaml'), '[');
    expect(await refusal(broken.directory)).toBe('compare.run.no-recipe');
    expect(await refusal(path.join(broken.folder, 'nowhere'))).toBe('run.unreadable');
  });
});

describe('newestComparison', () => {
  it('is the one with the latest time that has a file', async () => {
    const { directory } = await endedRun();
    expect(await newestComparison(directory)).toBeNull();
    const folder = (name: string): string => path.join(directory, 'comparisons', name);
    for (const name of ['20261125-100000', '20261125-110000'])
      write(path.join(folder(name), 'comparison.json'));
    write(path.join(folder('20261125-120000'), 'output.log'));
    expect(await newestComparison(directory)).toBe(folder('20261125-110000'));
  });
});
