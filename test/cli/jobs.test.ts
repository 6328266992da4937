import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { spokenPlan } from '../../src/core/recipe/plan.ts';
import { runList, type RunSummary } from '../../src/core/run/run-summary.ts';
import { cli, type CliResult } from '../kit/cli-process.ts';
import { entriesOfRuns } from '../kit/fake-run.ts';
import { HubEmulator } from '../kit/hub/hub-emulator.ts';
import { makeJobFolder } from '../kit/job-launch.ts';
import { recordRun } from '../kit/recorded-run.ts';
import { mountSmallDisk } from '../kit/small-disk.ts';

const onJobs = ['job.sft.yaml', '--on', 'jobs', '--timeout', '10m'];
let hub: HubEmulator;

beforeAll(async () => {
  hub = await HubEmulator.start();
});
beforeEach(() => hub.faults.clear());
afterAll(() => hub.stop());

interface JobFolder {
  readonly folder: string;
  readonly pythonFolder: string;
}

function run(
  { folder, pythonFolder }: JobFolder,
  argv: readonly string[],
  changes: NodeJS.ProcessEnv = {},
  signal = new AbortController().signal,
): Promise<CliResult> {
  const env = { HOME: folder, LANG: 'C', HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token, ...changes };
  return cli(folder, argv, {
    env,
    signal,
    places: { worker: '', segmentWorker: '', python: pythonFolder, media: '' },
  });
}

function onlyRun({ out }: CliResult): RunSummary {
  const { runs } = v.parse(runList, JSON.parse(out));
  expect(runs).toHaveLength(1);
  return runs[0]!;
}

/** A runner that trains until it is stopped. */
function neverEnding({ pythonFolder }: JobFolder): void {
  const main = path.join(pythonFolder, 'tuning_fork', '__main__.py');
  const text = fs.readFileSync(main, 'utf8');
  fs.writeFileSync(
    main,
    text.replace('event(3,', 'import time; print("still here"); time.sleep(600)\nevent(3,'),
  );
}

/** How often somebody asked for a repository to be made. */
function creations(): number {
  return hub.requests.filter((each) => each.path === '/api/repos/create').length;
}

describe('tuning-fork plan --on jobs', () => {
  it('prints in JSON what it costs, where the result goes, and every file that leaves', async () => {
    const place = makeJobFolder();
    const { code, out } = await run(place, ['plan', ...onJobs, '--format', 'json']);
    const plan = v.parse(spokenPlan, JSON.parse(out));
    expect(code).toBe(0);
    const price = plan.lines.find((line) => line.id === 'price');
    expect(price?.value).toMatch(/^\d+\.\d+ \$ an hour, at most \d+\.\d+ \$ until the time-out$/);
    const leaves = plan.leaves.map(({ what, where }) => `${what} → ${where}`);
    const inputs = `${hub.endpoint}/datasets/${hub.accountName}/<run id>`;
    expect(leaves).toEqual([
      `recipe.yaml → ${inputs}`,
      `data/0/train set.jsonl → ${inputs}`,
      `model/config.json → ${inputs}`,
      `model/model.safetensors → ${inputs}`,
      `runner (4 files) → ${inputs}`,
      `model, checkpoints and model card → ${hub.endpoint}/${hub.accountName}/job`,
    ]);
    expect(plan.leaves.every((each) => each.private)).toBe(true);
    expect(entriesOfRuns(place.folder)).toEqual([]);
  });

  it('names no command where nobody is signed in', async () => {
    const { code, out } = await run(makeJobFolder(), ['plan', ...onJobs], { HF_TOKEN: '' });
    expect(code).toBe(1);
    expect(out).toMatch(/^x Hub account +Nobody is signed in/m);
    expect(out).not.toMatch(/\n\s*\n/);
  });
});

describe('tuning-fork train --on jobs', { timeout: 60_000 }, () => {
  it('follows a job to its end, which the commands for runs then know', async () => {
    const place = makeJobFolder();
    const trained = await run(place, ['train', ...onJobs, '--format', 'json']);
    expect(trained.code).toBe(0);
    const { id } = onlyRun(trained);
    expect(onlyRun(trained)).toMatchObject({ launcher: 'jobs', state: 'completed', step: 1, loss: 0.5 });
    expect(trained.notes).toMatch(/^step 1\/1 {2}loss 0.5$/m);
    expect(onlyRun(await run(place, ['runs', '--format', 'json'])).id).toBe(id);
    const shown = await run(place, ['runs', 'show', '2026']);
    expect([shown.code, shown.out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/^Completed after step 1; the result is in tuner\/job(-\d+)? on the Hub\.$/),
    ]);
    const stopped = await run(place, ['runs', 'stop', id, '--format', 'json']);
    expect([stopped.code, onlyRun(stopped).state]).toEqual([0, 'completed']);
  });

  it('is refused in a sentence where nobody is signed in, and starts nothing', async () => {
    const place = makeJobFolder();
    const before = creations();
    const { code, out, notes } = await run(place, ['train', ...onJobs], { HF_TOKEN: '' });
    expect([code, out]).toEqual([1, '']);
    expect(notes).toMatch(/^Hub account: Nobody is signed in at .*HF_TOKEN\.\n$/);
    expect([creations(), entriesOfRuns(place.folder)]).toEqual([before, []]);
  });

  it('goes on when it is detached, is heard by others, and ends by runs stop', async () => {
    const place = makeJobFolder();
    neverEnding(place);
    const detached = await run(place, ['train', ...onJobs, '--detach']);
    const id = detached.out.trim();
    expect([detached.code, entriesOfRuns(place.folder)]).toEqual([0, [id]]);
    for (let step: number | null = null; step !== 1;) {
      step = onlyRun(await run(place, ['runs', 'show', id, '--format', 'json'])).step;
    }
    expect((await run(place, ['runs', 'logs', id])).out).toContain('still here\n');
    const following = run(place, ['runs', 'logs', id, '-f']);
    const stopped = await run(place, ['runs', 'stop', id]);
    expect([stopped.code, stopped.out]).toEqual([
      0,
      expect.stringContaining('The job was cancelled at step 1'),
    ]);
    const followed = await following;
    expect([followed.code, followed.out]).toEqual([0, expect.stringContaining('still here\n')]);
  });

  it('brings the result into the output folder by runs fetch, and says so where there is none', async () => {
    const place = makeJobFolder();
    const id = onlyRun(await run(place, ['train', ...onJobs, '--format', 'json'])).id;
    const none = await run(place, ['runs', 'fetch', id]);
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.notes).toContain(`holds no result of run ${id}`);
    const record = path.join(place.folder, '.tuning-fork', 'runs', id, 'run.json');
    const repository = v.parse(
      v.object({ jobLaunch: v.object({ repository: v.string() }) }),
      JSON.parse(fs.readFileSync(record, 'utf8')),
    ).jobLaunch.repository;
    const files = ['config.json', 'model.safetensors', 'last-checkpoint/optimizer.pt', '.bashrc'];
    hub.addFiles(repository, Object.fromEntries(files.map((name) => [name, name])));
    const fetched = await run(place, ['runs', 'fetch', id, '--format', 'json']);
    expect(fetched.code).toBe(0);
    expect(fs.readdirSync(path.join(place.folder, 'out')).toSorted()).toEqual([
      'config.json',
      'model.safetensors',
    ]);
  });

  it('given up with Ctrl+C while the inputs leave, leaves nothing behind and says so', async () => {
    const place = makeJobFolder();
    const interrupt = new AbortController();
    hub.faults.set('slow', 100);
    const seen = hub.requests.length;
    const launching = run(place, ['train', ...onJobs], {}, interrupt.signal);
    const sending = (): string | undefined =>
      hub.requests.slice(seen).find((each) => each.path.includes('/preupload/'))?.path;
    while (sending() === undefined) await new Promise(setImmediate);
    interrupt.abort('SIGINT');
    const { code, out, notes } = await launching;
    expect([code, out]).toEqual([1, '']);
    expect(notes).toBe('tuning-fork: The launch was given up, so nothing was started and nothing is paid.\n');
    expect(entriesOfRuns(place.folder)).toEqual([]);
    const inputs = sending()?.replace(/^\/api\/|\/preupload\/.*$/g, '') ?? '';
    expect(inputs).toMatch(/^datasets\/tuner\/\d{8}-/);
    expect(hub.repository(inputs)).toBeUndefined();
  });
});

describe('bad input of the commands for Jobs', { timeout: 60_000 }, () => {
  it.each([
    ['a recipe that is not there', ['train', 'gone.sft.yaml', '--on', 'jobs'], 2, 'gone.sft.yaml'],
    ['a folder for a recipe', ['train', '데이터', '--on', 'jobs'], 2, 'is a folder'],
    ['a broken recipe', ['train', 'broken.sft.yaml', '--on', 'jobs'], 1, 'Line 1'],
    [
      'a hardware that is not there',
      ['train', ...onJobs, '--flavor', 'h900'],
      1,
      'There is no hardware h900',
    ],
    ...['0', '2H', '0.1s', 'soon', '99999999999999999999d', '400d'].map(
      (time): [string, string[], number, string] => [
        `a time-out of ${time}`,
        ['train', 'job.sft.yaml', '--on', 'jobs', '--timeout', time],
        2,
        `not ${time}`,
      ],
    ),
    [
      'a time-out below nothing',
      ['train', 'job.sft.yaml', '--on', 'jobs', '--timeout', '-1s'],
      2,
      '--timeout',
    ],
    ['hardware without Jobs', ['train', 'job.sft.yaml', '--flavor', 'cpu-basic'], 2, 'belong to --on jobs'],
    ['a run that is not there, shown', ['runs', 'show', 'nope'], 2, 'There is no run nope'],
    ['a run that is not there, stopped', ['runs', 'stop', 'nope'], 2, 'There is no run nope'],
    ['a run that is not there, fetched', ['runs', 'fetch', 'nope'], 2, 'There is no run nope'],
    ['a run that is not there, uploaded', ['upload', 'nope', '--repo', 'a/b'], 2, 'There is no run nope'],
    ['a beginning that fits two runs', ['runs', 'fetch', '2026'], 2, '2026 fits 2 runs'],
    ['a repository without its namespace', ['upload', '20261125-2', '--repo', 'name'], 2, 'name'],
  ])('%s', async (_name, argv, code, sentence) => {
    const place = makeJobFolder();
    fs.writeFileSync(path.join(place.folder, 'broken.sft.yaml'), 'a: [');
    recordEnded(place, '20261125-220000-job-0001');
    recordEnded(place, '20261124-220000-job-0002');
    expectOneSentence(await run(place, argv), code, sentence);
    expect(entriesOfRuns(place.folder)).toHaveLength(2);
  });

  it.each([
    ['no network', 'http://127.0.0.1:1', 1, 'cannot be reached'],
    ['an address that is none', 'not a url', 2, 'HF_ENDPOINT'],
    ['an address of another kind', 'ftp://hub.example', 2, 'HF_ENDPOINT'],
    ['an address with a password', 'http://me:secret@127.0.0.1:1', 2, 'HF_ENDPOINT'],
  ])('%s', async (_name, endpoint, code, sentence) => {
    const place = makeJobFolder();
    const result = await run(place, ['train', ...onJobs], { HF_ENDPOINT: endpoint });
    expectOneSentence(result, code, sentence);
    expect(result.notes).not.toContain('secret');
    expect(entriesOfRuns(place.folder)).toEqual([]);
  });

  it('a file where the folder of runs should be', async () => {
    const place = makeJobFolder();
    const before = creations();
    fs.writeFileSync(path.join(place.folder, '.tuning-fork'), '');
    expectOneSentence(await run(place, ['train', ...onJobs]), 1, 'a folder is needed there');
    expect(creations()).toBe(before);
  });

  it('a folder that cannot be written', async (context) => {
    const disk = mountSmallDisk(4_096);
    if (disk === null) return context.skip('a small disk cannot be mounted here');
    onTestFinished(() => disk.unmount());
    const { folder, pythonFolder } = makeJobFolder();
    fs.cpSync(folder, disk.folder, { recursive: true });
    execFileSync('/bin/mount', ['-o', 'remount,ro', disk.folder]);
    const before = creations();
    const result = await run({ folder: disk.folder, pythonFolder }, ['train', ...onJobs]);
    expectOneSentence(result, 1, 'read-only');
    expect(creations()).toBe(before);
  });
});

function expectOneSentence({ code, out, notes }: CliResult, expected: number, sentence: string): void {
  expect([code, out]).toEqual([expected, '']);
  expect(notes).toContain(sentence);
  expect(notes).not.toContain('a bug of ours');
  expect(notes.trimEnd().split('\n')).toHaveLength(1);
}

/** A run that has ended. */
function recordEnded({ folder }: JobFolder, id: string): void {
  const directory = path.join(folder, '.tuning-fork', 'runs', id);
  fs.cpSync(recordRun().directory, directory, { recursive: true });
  const file = path.join(directory, 'run.json');
  const record = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
  fs.writeFileSync(file, JSON.stringify({ ...record, id }));
}
