import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { comparison } from '../../src/core/compare/comparison.ts';
import { cli, type CliResult } from '../kit/cli-process.ts';
import { fakeComparingEnvironment, fakeComparingFolder, type FakeComparing } from '../kit/fake-comparing.ts';
import { makeFolder } from '../kit/fake-run.ts';
import { makeTinyTraining, trainingPython } from '../kit/tiny-training.ts';

/** A folder with a model, an adapter, data and prompts. */
function makeModels(): string {
  const folder = makeFolder();
  for (const name of ['model', 'out', 'adapter']) fs.mkdirSync(path.join(folder, name));
  fs.writeFileSync(path.join(folder, 'adapter', 'adapter_config.json'), '{}');
  fs.writeFileSync(path.join(folder, 'test.jsonl'), '{}\n');
  fs.writeFileSync(path.join(folder, 'prompts.txt'), '# two\nWhy?\n왜?\n');
  return folder;
}

function fake(
  folder: string,
  argv: readonly string[],
  kind: FakeComparing = 'complete',
  signal?: AbortSignal,
): Promise<CliResult> {
  return cli(folder, ['compare', ...argv, '--python', 'python3'], {
    env: { ...fakeComparingEnvironment(kind), LANG: 'C' },
    places: { worker: '', segmentWorker: '', python: fakeComparingFolder, media: '' },
    ...(signal === undefined ? {} : { signal }),
  });
}

const both = ['--before', 'model', '--after', 'out'];
const models = [...both, '--prompts', 'prompts.txt', '--out', 'compared'];

describe('tuning-fork compare, used wrongly', () => {
  it.each([
    [[], '--after is missing'],
    [['--after', 'nowhere', '--out', 'o', '--data', 'test.jsonl'], 'there is no folder and no run nowhere'],
    [['--after', './a/b', '--out', 'o', '--data', 'test.jsonl'], 'there is no folder and no run ./a/b'],
    [
      ['--before', '/x', '--after', 'out', '--out', 'o', '--data', 'test.jsonl'],
      '--before: there is no folder /x',
    ],
    [['--after', 'out', '--out', 'o', '--data', 'test.jsonl'], '--before is missing'],
    [[...both, '--data', 'test.jsonl'], '--out is missing'],
    [[...both, '--out', 'o'], 'name --data or --prompts'],
    [[...both, '--out', 'o', '--data', 'gone.jsonl'], 'there is no file gone.jsonl'],
    [[...both, '--out', 'o', '--prompts', 'gone.txt'], 'there is no file gone.txt'],
    [[...both, '--out', 'o', '--prompts', 'model'], 'there is no file model'],
    [[...models, '--rows', 'many'], '--rows is a whole number from 0, not many'],
    [[...models, '--max-new-tokens', '0'], '--max-new-tokens is a whole number from 1, not 0'],
    [[...models, '--on', 'jobs'], '--on jobs does not work yet'],
    [[...models, '--on', 'mars'], '--on is local, not mars'],
    [[...models, '--flavor', 'a10g-small'], 'does not work yet'],
    [[...models, 'more'], 'more belongs to no option'],
    [[...models, '--format', 'xml'], '--format is one of pretty, json'],
  ])('answers %j with exit 2 and a sentence', async (argv, sentence) => {
    const folder = makeModels();
    const { code, out, notes } = await fake(folder, argv);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(sentence);
    expect(notes.trimEnd().split('\n')).toHaveLength(1);
    expect(fs.existsSync(path.join(folder, 'compared'))).toBe(false);
  });

  it('writes over no comparison', async () => {
    const folder = makeModels();
    fs.mkdirSync(path.join(folder, 'compared'));
    fs.writeFileSync(path.join(folder, 'compared', 'comparison.json'), 'mine');
    const { code, notes } = await fake(folder, models);
    expect(code).toBe(2);
    expect(notes).toContain('holds a comparison already');
    expect(fs.readFileSync(path.join(folder, 'compared', 'comparison.json'), 'utf8')).toBe('mine');
  });

  it('wants the code that a run brings along agreed to', async () => {
    const folder = makeModels();
    const id = '20261125-100000-tiny-0001';
    const run = path.join(folder, '.tuning-fork', 'runs', id);
    fs.mkdirSync(run, { recursive: true });
    fs.writeFileSync(path.join(run, 'recipe.yaml'), 'trust_remote_code: true\n');
    const { code, notes } = await fake(folder, ['--after', id]);
    expect(code).toBe(2);
    expect(notes).toContain('trust_remote_code');
  });

  it('takes what a prompts file holds for a finding, not for wrong usage', async () => {
    const folder = makeModels();
    fs.writeFileSync(path.join(folder, 'prompts.txt'), Buffer.from([0x61, 0x0a, 0xff]));
    const { code, notes } = await fake(folder, models);
    expect([code, notes]).toEqual([
      1,
      'tuning-fork: Line 2 of prompts.txt holds bytes that are no UTF-8; save the file as UTF-8.\n',
    ]);
  });
});

describe('tuning-fork compare', () => {
  it('prints the comparison as JSON that is the one on disk', async () => {
    const folder = makeModels();
    const { code, out } = await fake(folder, [...models, '--format', 'json']);
    expect(code).toBe(0);
    const printed = v.parse(comparison, JSON.parse(out));
    const file = fs.readFileSync(path.join(folder, 'compared', 'comparison.json'), 'utf8');
    expect(printed).toEqual(v.parse(comparison, JSON.parse(file)));
    expect(printed.prompts.map(({ messages }) => messages[0]?.content)).toEqual(['Why?', '왜?']);
    expect(printed.before.path).toBe('/work/model');
  });

  it('prints figures, answers and notes for a reader, and its progress beside them', async () => {
    const { code, out, notes } = await fake(makeModels(), models);
    expect(code).toBe(0);
    expect(out).toContain(
      'Held-out loss, before → after: 2.00 → 1.00  −1.00, 95 % interval −1.50 to −0.50\n',
    );
    expect(out).toContain('> Why?\nBefore: before: Why? [cut at 3 tokens]\nAfter: after: Why?\n');
    expect(out).toContain('! 2 answers were cut at 64 tokens (2 before, 0 after training)');
    expect(notes).toMatch(/^Loading the model\n.*compared\/comparison\.json\n$/s);
  });

  it('speaks Korean', async () => {
    const { out } = await fake(makeModels(), [...models, '--lang', 'ko']);
    expect(out).toContain('검증 데이터 손실');
  });

  it('prints why it failed and exits with 1', async () => {
    const { code, out, notes } = await fake(makeModels(), models, 'fail');
    expect([code, out]).toEqual([1, '']);
    expect(notes).toContain('The adapter a does not fit the model b.');
  });

  it('keeps what is there when it is ended', async () => {
    const folder = makeModels();
    const abort = new AbortController();
    const running = fake(folder, models, 'forever', abort.signal);
    const file = path.join(folder, 'compared', 'comparison.json');
    await expect.poll(() => fs.existsSync(file), { timeout: 20_000 }).toBe(true);
    abort.abort('SIGINT');
    const { code, out, notes } = await running;
    expect([code, out]).toEqual([1, '']);
    expect(notes).toContain('the comparison was ended before');
    expect(v.parse(comparison, JSON.parse(fs.readFileSync(file, 'utf8'))).complete).toBe(false);
  });
});

if (trainingPython === undefined) {
  process.stderr.write('skipped: tuning-fork compare with TRL (TUNING_FORK_TEST_PYTHON is not set)\n');
}

describe.skipIf(trainingPython === undefined)('tuning-fork compare of a run', () => {
  it('knows its model, its recipe and its data', { timeout: 240_000 }, async () => {
    const python = trainingPython ?? '';
    const folder = makeTinyTraining(python, 3);
    fs.mkdirSync(path.join(folder, 'data'));
    fs.renameSync(path.join(folder, 'train.jsonl'), path.join(folder, 'data', 'train.jsonl'));
    const row = {
      messages: [
        { role: 'user', content: 'say' },
        { role: 'assistant', content: 'number 3 it is' },
      ],
    };
    fs.writeFileSync(path.join(folder, 'data', 'test.jsonl'), `${JSON.stringify(row)}\n`.repeat(2));
    const recipe = fs.readFileSync(path.join(folder, 'tiny.sft.yaml'), 'utf8');
    const withFolder = recipe.replace(/datasets:[^]*split: train\n/, 'dataset_name: data\nuse_peft: true\n');
    fs.writeFileSync(path.join(folder, 'tiny.sft.yaml'), withFolder);
    const trained = await cli(folder, ['train', 'tiny.sft.yaml', '--python', python, '--format', 'json']);
    const { id } = (JSON.parse(trained.out) as { runs: [{ id: string }] }).runs[0];
    const argv = ['compare', '--after', id.slice(0, 15), '--max-new-tokens', '3', '--format', 'json'];
    const { code, out, notes } = await cli(folder, [...argv, '--python', python]);
    expect(code, notes).toBe(0);
    const printed = v.parse(comparison, JSON.parse(out));
    expect(printed).toMatchObject({
      run: id,
      before: { name: 'model' },
      after: { name: 'tiny' },
      complete: true,
    });
    expect(printed.loss).toMatchObject({ rows: 2 });
    expect(printed.adapter?.parameters).toBeGreaterThan(0);
    expect(printed.prompts.map((prompt) => prompt.after?.tokens)).toEqual([3, 3]);
    expect(notes).toContain(path.join('.tuning-fork', 'runs', id, 'comparisons'));
  });
});
