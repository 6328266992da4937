// Training the sample by its recipe, with ours and with plain `trl sft` in turn: wall clock of both, and what our callback, hook
// and collator took of the training. Minutes on two cores.
//   TUNING_FORK_BENCH_TRAININGS=3   of each; 1 unless said
//   TUNING_FORK_BENCH_STEPS=2       instead of the recipe's, to see whether the benchmark itself works
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { ensurePython } from '../../scripts/python-environment.ts';
import { runEvent, type RunEvent } from '../../src/core/run/run-event.ts';
import { probeInterpreter } from '../../src/node/python/probe-interpreter.ts';
import { buildPlan } from '../../src/node/recipe/build-plan.ts';
import { launchRequest } from '../../src/node/run/launch-request.ts';
import { LocalLauncher } from '../../src/node/run/local-launcher.ts';
import { runFiles } from '../../src/node/run/run-directory.ts';
import { median } from './kit/interleave.ts';
import { report, skipped, type BenchRow } from './kit/report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const model = path.join(root, 'out/sample-model');
const recipe = 'recipe.sft.yaml';
const trainings = Number(process.env['TUNING_FORK_BENCH_TRAININGS'] ?? 1);

const steps = process.env['TUNING_FORK_BENCH_STEPS'];
const resourcesEvent = v.object({ overheadSeconds: v.number(), trainSeconds: v.number() });

interface OurRun {
  readonly seconds: number;
  readonly toFirstLoss: number;
  /** Of the time from the first step to the last. */
  readonly overhead: number;
}

async function sampleProject(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bench-'));
  await fs.cp(path.join(root, 'media/sample'), folder, { recursive: true });
  await fs.symlink(await fs.realpath(model), path.join(folder, 'model'));
  if (steps !== undefined) {
    const text = await fs.readFile(path.join(folder, recipe), 'utf8');
    await fs.writeFile(path.join(folder, recipe), text.replace(/^max_steps: \d+$/m, `max_steps: ${steps}`));
  }
  return folder;
}

async function trainOurs(command: string): Promise<OurRun> {
  const cwd = await sampleProject();
  try {
    const python = await probeInterpreter({ command, source: { id: 'python.source.path' } }, process.env);
    const start = Date.now();
    const { launch } = await buildPlan({ recipePath: recipe, cwd, python, env: process.env });
    if (launch === null) throw new Error('The plan of the sample has errors.');
    const launcher = new LocalLauncher({ python: path.join(root, 'python') });
    const handle = await launcher.launch(launchRequest(launch, process.env));
    // A run outlives whoever started it, which a benchmark that is broken off must not leave behind.
    const stop = (): void => void handle.stop().finally(() => process.exit(1));
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const { state } = await handle.ended;
    process.off('SIGINT', stop).off('SIGTERM', stop);
    const seconds = (Date.now() - start) / 1000;
    handle.dispose();
    if (state !== 'completed') throw new Error(`Our run has ended as ${state}.`);
    const text = await fs.readFile(path.join(handle.directory, runFiles.events), 'utf8');
    return { seconds, ...figures(eventsOf(text), start) };
  } finally {
    await fs.rm(cwd, { recursive: true, force: true });
  }
}

function eventsOf(text: string): RunEvent[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => v.parse(v.pipe(v.string(), v.parseJson(), runEvent), line));
}

function figures(events: readonly RunEvent[], start: number): Omit<OurRun, 'seconds'> {
  const first = events.find(({ type }) => type === 'log');
  const resources = events.find(({ type }) => type === 'resources');
  if (first === undefined || resources === undefined) throw new Error('The run has no log or no resources.');
  return {
    toFirstLoss: (Date.parse(first.time) - start) / 1000,
    overhead: overheadOf(resources),
  };
}

function overheadOf(event: RunEvent): number {
  const { overheadSeconds, trainSeconds } = v.parse(resourcesEvent, event);
  return overheadSeconds / trainSeconds;
}

/** Seconds of the same training without us. */
async function trainPlain(python: string): Promise<number> {
  const cwd = await sampleProject();
  try {
    const start = Date.now();
    const env = { ...process.env, HF_HUB_OFFLINE: '1' };
    const trl = path.join(path.dirname(python), 'trl');
    const child = spawn(trl, ['sft', '--config', recipe], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: string[] = [];
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`trl sft ended with ${String(code)}:\n${said.join('').slice(-2000)}`);
    return (Date.now() - start) / 1000;
  } finally {
    await fs.rm(cwd, { recursive: true, force: true });
  }
}

async function measure(): Promise<BenchRow[]> {
  const python = await ensurePython();
  const ours: OurRun[] = [];
  const plain: number[] = [];
  for (let n = 0; n < trainings; n += 1) {
    ours.push(await trainOurs(python));
    plain.push(await trainPlain(python));
  }
  const of = (figure: keyof OurRun): number => median(ours.map((run) => run[figure]));
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  return [
    {
      what: 'training, whole sample',
      ours: seconds(of('seconds')),
      reference: seconds(median(plain)),
      ratio: `${(median(plain) / of('seconds')).toFixed(2)} ×`,
      goal: '≤ 90 s',
    },
    {
      what: 'training, launch to first loss',
      ours: seconds(of('toFirstLoss')),
      reference: '',
      ratio: '',
      goal: '≤ 40 s',
    },
    {
      what: 'training, time in our code',
      ours: `${(100 * of('overhead')).toFixed(3)} %`,
      reference: '',
      ratio: '',
      goal: '≤ 1 %',
    },
  ];
}

const hasModel = existsSync(path.join(model, 'config.json'));
report(
  hasModel ? await measure() : [skipped('training', 'out/sample-model is not there; npm start makes it')],
);
