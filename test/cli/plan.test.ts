import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { spokenPlan } from '../../src/core/recipe/plan.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'test/fixtures/recipes');

/** Runs `tuning-fork plan` in a fixture. No Python is found there, so none is started. */
async function plan(fixture: string, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCli({
    argv: ['plan', ...argv],
    env: { HOME: path.join(fixtures, fixture), PATH: path.join(fixtures, fixture) },
    cwd: path.join(fixtures, fixture),
    stdin: (async function* () {})(),
    out: async (text) => {
      out += text;
    },
    note: (text) => {
      err += text;
    },
    terminal: { out: false, err: false, in: false },
    signal: new AbortController().signal,
    version: '0.0.0',
    places: { worker: '', segmentWorker: '', python: '', media: '' },
  });
  return { code, out, err };
}

describe('tuning-fork plan', () => {
  it('prints one JSON document that its schema describes', async () => {
    const { code, out } = await plan('complete', 'recipe.sft.yaml', '--format', 'json');
    const document = v.parse(spokenPlan, JSON.parse(out));
    expect(code).toBe(1);
    expect(document.lines.map((line) => line.id)).toEqual([
      'interpreter',
      'model',
      'template',
      'data',
      'held-out',
      'steps',
      'loss',
      'time',
      'memory',
      'output',
      'leaves',
    ]);
    expect(document.lines[0]).toMatchObject({ severity: 'error', action: 'set-up-python' });
  });

  it('keeps JSON English unless a language is asked for', async () => {
    const { out } = await plan('complete', 'recipe.sft.yaml', '--format', 'json', '--lang', 'ko');
    expect(v.parse(spokenPlan, JSON.parse(out)).lines.map((line) => line.what)).toContain('검증 데이터');
  });

  it.each([
    ['names an unknown key', 'unknown-keys', 'learning_rat'],
    ['names a model that is missing', 'model-folder-missing', 'no-model'],
    [
      'names a data file that is missing, which is a fault of the recipe',
      'mixture-file-missing',
      'gone.jsonl',
    ],
    ['says that the file is no mapping', 'not-a-mapping', 'key: value'],
    ['says where the YAML breaks', 'yaml-syntax', 'Line 2'],
    ['says that a token stands in the recipe', 'token', 'token'],
  ])('%s, with exit 1', async (_, fixture, needle) => {
    const { code, out, err } = await plan(fixture, 'recipe.sft.yaml');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(needle);
  });

  it.each([
    ['a recipe that is not there', ['gone.sft.yaml'], 'gone.sft.yaml'],
    ['a folder', ['data'], 'is a folder'],
    ['no recipe', [], 'name one recipe'],
    ['two recipes', ['a', 'b'], 'name one recipe'],
    ['hardware without a job', ['recipe.sft.yaml', '--flavor', 'a10g-small'], '--on jobs'],
    ['a time-out without its unit', ['recipe.sft.yaml', '--on', 'jobs', '--timeout', '2'], '90m or 2h'],
    ['a place that there is not', ['recipe.sft.yaml', '--on', 'moon'], 'not moon'],
    [
      'an interpreter that is not there',
      ['recipe.sft.yaml', '--python', '/nowhere/python3'],
      '/nowhere/python3',
    ],
  ])('refuses %s with exit 2 and one sentence', async (_, argv, needle) => {
    const { code, out, err } = await plan('complete', ...argv);
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toContain(needle);
  });
});
