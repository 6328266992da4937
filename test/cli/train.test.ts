import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runList, type RunSummary } from '../../src/core/run/run-summary.ts';
import { LocalLauncher } from '../../src/node/run/local-launcher.ts';
import { runsFolder } from '../../src/node/run/run-directory.ts';
import { cli, type CliResult } from '../kit/cli-process.ts';
import { entriesOfRuns, fakePythonFolder, makeFolder, type FakeRun } from '../kit/fake-run.ts';
import { makeTinyTraining, trainingPython } from '../kit/tiny-training.ts';

function onlyRun({ out }: CliResult): RunSummary {
  const { runs } = v.parse(runList, JSON.parse(out));
  expect(runs).toHaveLength(1);
  return runs[0]!;
}

describe('tuning-fork train, used wrongly', () => {
  it.each([
    [['train'], 'name one recipe'],
    [['train', 'a.yaml', 'b.yaml'], 'name one recipe'],
    [['train', 'tiny.sft.yaml', '--on', 'mars'], '--on is local'],
    [['train', 'tiny.sft.yaml', '--try-one-step'], 'does not work yet'],
    [['train', 'tiny.sft.yaml', '--flavor', 'a10g-small'], 'belong to --on jobs'],
    [['train', 'nowhere.sft.yaml'], 'nowhere.sft.yaml'],
    [['train', 'tiny.sft.yaml', '--python', '/nowhere/python'], '/nowhere/python'],
  ])('answers %j with exit 2 and a sentence', async (argv, sentence) => {
    const folder = makeFolder();
    const { code, out, notes } = await cli(folder, argv);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(sentence);
    expect(notes.trimEnd().split('\n')).toHaveLength(1);
    expect(fs.existsSync(path.join(folder, '.tuning-fork'))).toBe(false);
  });

  it('names what stops a recipe and starts nothing', async () => {
    const folder = makeFolder();
    const { code, out, notes } = await cli(folder, ['train', 'tiny.sft.yaml']);
    expect([code, out]).toEqual([1, '']);
    expect(notes).toContain('model');
    expect(fs.existsSync(path.join(folder, '.tuning-fork'))).toBe(false);
  });
});

if (trainingPython === undefined) {
  process.stderr.write('skipped: tuning-fork train with TRL (TUNING_FORK_TEST_PYTHON is not set)\n');
}

describe.skipIf(trainingPython === undefined)('tuning-fork train', () => {
  const python = trainingPython ?? '';
  const places = { worker: '', segmentWorker: '', python: fakePythonFolder, media: '' };

  function environment(kind: FakeRun): NodeJS.ProcessEnv {
    return { ...process.env, LANG: 'C', TUNING_FORK_PYTHON: python, FAKE_RUN: kind };
  }

  it('trains with TRL and ends with the run', { timeout: 180_000 }, async () => {
    const folder = makeTinyTraining(python, 3);
    const result = await cli(folder, ['train', 'tiny.sft.yaml', '--python', python, '--format', 'json']);
    expect(result.code).toBe(0);
    const run = onlyRun(result);
    expect(run).toMatchObject({ name: 'tiny', state: 'completed', step: 3, maxSteps: 3 });
    expect(run.loss).toBeGreaterThan(1);
    expect(result.notes).toMatch(/^step 1\/3 {2}loss /m);
    expect(fs.existsSync(path.join(folder, 'out', 'model.safetensors'))).toBe(true);
  });

  it('prints how it failed and exits with 1', async () => {
    const folder = makeTinyTraining(python, 3);
    const { code, out } = await cli(folder, ['train', 'tiny.sft.yaml'], { env: environment('fail'), places });
    expect(code).toBe(1);
    expect(out).toBe('The data cannot be trained on: no. Correct the row and start the run again.\n');
  });

  it('returns at once with the id when detached', async () => {
    const folder = makeTinyTraining(python, 3);
    const options = { env: environment('forever'), places };
    const { code, out } = await cli(folder, ['train', 'tiny.sft.yaml', '--detach'], options);
    expect(code).toBe(0);
    expect(entriesOfRuns(folder)).toEqual([out.trim()]);
    const handle = new LocalLauncher(places).attach(path.join(runsFolder(folder), out.trim()));
    expect(await handle.stop()).toMatchObject({ state: 'stopped' });
  });

  it('lets the run go on when it is interrupted without a terminal', async () => {
    const folder = makeTinyTraining(python, 3);
    const interrupt = new AbortController();
    const result = await cli(folder, ['train', 'tiny.sft.yaml', '--format', 'json'], {
      env: environment('forever'),
      places,
      signal: interrupt.signal,
      note: interruptAtStep(interrupt),
    });
    expect(result.code).toBe(0);
    expect(onlyRun(result).state).toBe('running');
    expect(result.notes).toContain('goes on by itself');
  });

  it.each([
    ['s\n', 1, 'stopped'],
    ['d\n', 0, 'running'],
    ['\n', 0, 'running'],
  ])('asks on a terminal, and %j ends with %i: %s', async (answer, code, state) => {
    const folder = makeTinyTraining(python, 3);
    const interrupt = new AbortController();
    const result = await cli(folder, ['train', 'tiny.sft.yaml', '--format', 'json'], {
      env: environment('forever'),
      places,
      signal: interrupt.signal,
      note: interruptAtStep(interrupt),
      terminal: { out: true, err: true, in: true },
      stdin: typed(answer),
    });
    expect(result.code).toBe(code);
    expect(onlyRun(result).state).toBe(state);
  });

  it('wants --trust for what the plan wants agreed to', async () => {
    const folder = makeTinyTraining(python, 3);
    fs.appendFileSync(path.join(folder, 'tiny.sft.yaml'), 'trust_remote_code: true\n');
    const options = { env: environment('complete'), places };
    const refused = await cli(folder, ['train', 'tiny.sft.yaml'], options);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.notes).toContain('trust_remote_code');
    expect(await cli(folder, ['train', 'tiny.sft.yaml', '--trust'], options)).toMatchObject({ code: 0 });
  });
});

function interruptAtStep(interrupt: AbortController): (text: string) => void {
  return (text) => {
    if (text.startsWith('step 3')) interrupt.abort('SIGINT');
  };
}

async function* typed(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
