import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '../../../src/node/hub/hub-connection.ts';
import { hubFetch } from '../../../src/node/hub/hub-fetch.ts';
import { endRun } from '../../../src/node/run/end-run.ts';
import { fetchResult } from '../../../src/node/run/fetch-result.ts';
import { JobsLauncher } from '../../../src/node/run/jobs-launcher.ts';
import { changeRunRecord } from '../../../src/node/run/run-directory.ts';
import { keepFollowing } from '../../../src/node/run/keep-following.ts';
import { RunReader, type RunStatus } from '../../../src/node/run/run-reader.ts';
import { entriesOfRuns, makeFolder } from '../../kit/fake-run.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { launchOf, makeJobFolder, planJob } from '../../kit/job-launch.ts';
import { connectTo, shortPatience } from '../../kit/job-run.ts';
import { makeTinyTraining, trainingPython } from '../../kit/tiny-training.ts';

const launches = 50;
let hub: HubEmulator;

beforeAll(async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`emulator seed ${seed}\n`);
  hub = await HubEmulator.start({
    seed,
    ...(trainingPython === undefined ? {} : { python: trainingPython }),
  });
});
beforeEach(() => hub.faults.clear());
afterAll(() => hub.stop());

async function connect(folder: string): Promise<HubConnection> {
  const connection = await connectTo(hub, folder);
  const patience = { timeout: 5_000, waits: [1, 1], longestWait: 500 };
  return { ...connection, fetch: hubFetch(hub.endpoint, patience) };
}

async function follow(directory: string, connection: HubConnection): Promise<RunStatus> {
  await keepFollowing(directory, {
    connect: async () => connection,
    signal: AbortSignal.timeout(120_000),
    patience: shortPatience,
  });
  return new RunReader(directory).look();
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('launching a job', { timeout: 180_000 }, () => {
  it('sends recipe, data, model and runner to a private repository, and the token in nothing but its secret', async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const handle = await new JobsLauncher({ python: pythonFolder }).launch(launchOf(planned, connection));
    const { record, summary } = await follow(handle.directory, connection);
    handle.dispose();
    expect(summary).toMatchObject({ launcher: 'jobs', state: 'completed', step: 1, loss: 0.5 });
    const inputs = hub.repository(`datasets/${record.jobLaunch?.inputs}`);
    expect(inputs?.isPrivate).toBe(true);
    expect([...(inputs?.files.keys() ?? [])].toSorted()).toEqual([
      '.gitattributes',
      'data/0/train set.jsonl',
      'job.py',
      'model/config.json',
      'model/model.safetensors',
      'recipe.yaml',
      'run.json',
      'runner/tuning_fork/__init__.py',
      'runner/tuning_fork/__main__.py',
      'runner/tuning_fork/job.py',
    ]);
    const job = hub.jobs.at(-1);
    expect(job).toMatchObject({
      secretNames: ['HF_TOKEN'],
      timeoutSeconds: 600,
      labels: { 'tuning-fork-run': record.id },
      command: expect.arrayContaining(['trl==1.16.0', '/tuning-fork/job.py', '--hub_private_repo']),
    });
    const everywhere = [
      JSON.stringify(job),
      JSON.stringify(planned),
      ...filesBelow(folder).map((file) => fs.readFileSync(file, 'latin1')),
      ...[...(inputs?.files.values() ?? [])].map((bytes) => bytes.toString('latin1')),
    ];
    expect(everywhere.filter((text) => text.includes(hub.token))).toEqual([]);
  });

  it(`makes one job for each of ${launches} launches whose answer is lost`, async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const before = hub.jobs.length;
    for (let round = 0; round < launches; round++) {
      const connection = await connect(folder);
      const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
      hub.faults.set('lost-answer', 1);
      const launcher = new JobsLauncher({ python: pythonFolder }, [0, 10, 50]);
      const handle = await launcher.launch(launchOf(planned, connection));
      handle.dispose();
    }
    const made = hub.jobs.slice(before).map((job) => job.labels['tuning-fork-run']);
    expect(made).toHaveLength(launches);
    expect(new Set(made).size).toBe(launches);
    expect(new Set(entriesOfRuns(folder))).toEqual(new Set(made));
  });

  it('keeps the run and looks on where the job does not show itself at once', async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const request = launchOf(planned, connection);
    hub.faults.set('lost-answer', 1);
    const launcher = new JobsLauncher({ python: pythonFolder }, []);
    await expect(launcher.launch(request)).rejects.toMatchObject({ detail: { id: 'run.jobs.unknown' } });
    const directory = path.join(folder, '.tuning-fork', 'runs', request.job.id);
    expect((await new RunReader(directory).look()).summary.state).toBe('running');
    expect((await follow(directory, connection)).summary.state).toBe('completed');
    expect(hub.jobs.filter((job) => job.labels['tuning-fork-run'] === request.job.id)).toHaveLength(1);
  });

  it.each([
    ['no-credit', 'hub.refused.no-credit'],
    ['read-only-token', 'hub.refused.forbidden'],
    ['no-upload', 'hub.refused.server'],
    ['unauthorized', 'hub.refused.signed-out'],
  ] as const)('leaves nothing behind, here or there, after %s', async (fault, sentence) => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const request = launchOf(planned, connection);
    hub.faults.set(fault, true);
    const launcher = new JobsLauncher({ python: pythonFolder });
    const refusal = await launcher.launch(request).catch((error: unknown) => error);
    hub.faults.clear();
    expect(refusal).toMatchObject({ detail: { id: expect.stringContaining(sentence) } });
    expect(entriesOfRuns(folder)).toEqual([]);
    expect(hub.repository(`datasets/${hub.accountName}/${request.job.id}`)).toBeUndefined();
    expect(hub.jobs.filter((job) => job.labels['tuning-fork-run'] === request.job.id)).toEqual([]);
  });
});

describe('a launch that is given up', { timeout: 60_000 }, () => {
  it.each([
    ['while the repository is made', '/api/repos/create'],
    ['while the inputs leave', '/preupload/'],
    ['while they are committed', '/commit/'],
  ])('%s leaves nothing behind', async (_when, call) => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const stop = new AbortController();
    const fetch: HubConnection['fetch'] = async (input, init) => {
      const answer = await connection.fetch(input, init);
      if (addressOf(input).includes(call)) stop.abort(new Error('given up'));
      stop.signal.throwIfAborted();
      return answer;
    };
    const request = launchOf(planned, { ...connection, fetch: untilAborted(connection.fetch, fetch, stop) });
    const launcher = new JobsLauncher({ python: pythonFolder });
    await expect(launcher.launch({ ...request, signal: stop.signal })).rejects.toMatchObject({
      detail: { id: 'run.jobs.given-up' },
    });
    expect(entriesOfRuns(folder)).toEqual([]);
    expect(hub.repository(`datasets/${hub.accountName}/${request.job.id}`)).toBeUndefined();
    expect(hub.jobs.filter((job) => job.labels['tuning-fork-run'] === request.job.id)).toEqual([]);
  });
});

describe('a job that was made', { timeout: 60_000 }, () => {
  it('is kept and followed where the disk did not take its number', async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const record = path.join(folder, '.tuning-fork', 'runs', planned.job?.id ?? '', 'run.json');
    let kept = '';
    const fetch: HubConnection['fetch'] = async (input, init) => {
      const answer = await connection.fetch(input, init);
      if (init?.method === 'POST' && addressOf(input).endsWith(`/api/jobs/${hub.accountName}`)) {
        kept = fs.readFileSync(record, 'utf8');
        fs.rmSync(record);
        fs.mkdirSync(record);
      }
      return answer;
    };
    const launcher = new JobsLauncher({ python: pythonFolder });
    const handle = await launcher.launch(launchOf(planned, { ...connection, fetch }));
    handle.dispose();
    fs.rmdirSync(record);
    fs.writeFileSync(record, kept);
    expect(JSON.parse(kept)).toMatchObject({ job: null });
    expect((await follow(handle.directory, connection)).summary.state).toBe('completed');
  });

  it('keeps its output folder from the runs after it, because its result comes later', async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const folders: string[] = [];
    for (let round = 0; round < 2; round++) {
      const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
      const handle = await new JobsLauncher({ python: pythonFolder }).launch(launchOf(planned, connection));
      folders.push((await follow(handle.directory, connection)).record.outputDir);
      handle.dispose();
    }
    expect(new Set(folders).size).toBe(2);
  });

  it('can be stopped when it is over: that it cannot be cancelled any more is no failure', async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const handle = await new JobsLauncher({ python: pythonFolder }).launch(launchOf(planned, connection));
    handle.dispose();
    while (hub.jobs.at(-1)?.stage !== 'COMPLETED') await delay(20);
    const fetch: HubConnection['fetch'] = async (input, init) =>
      addressOf(input).endsWith('/cancel')
        ? new Response('{"error":"the job is over"}', { status: 409 })
        : connection.fetch(input, init);
    const { summary } = await endRun(handle.directory, async () => ({ ...connection, fetch }));
    expect(summary.state).toBe('completed');
  });
});

describe('fetching a result', () => {
  it('writes nothing among the files of others outside of the project, wherever run.json points', async () => {
    const { folder, pythonFolder } = makeJobFolder();
    const connection = await connect(folder);
    const planned = await planJob(folder, connection, { recipe: 'job.sft.yaml', pythonFolder });
    const handle = await new JobsLauncher({ python: pythonFolder }).launch(launchOf(planned, connection));
    handle.dispose();
    const home = makeFolder();
    fs.writeFileSync(path.join(home, '.bashrc'), '');
    await changeRunRecord(handle.directory, { outputDir: home });
    const before = fs.readdirSync(home);
    await expect(fetchResult(handle.directory, async () => connection)).rejects.toMatchObject({
      detail: { id: 'run.jobs.foreign-folder' },
    });
    expect(fs.readdirSync(home)).toEqual(before);
  });
});

function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}

/** The calls of a launch go through `during` until it is given up, and what is taken back goes as ever. */
function untilAborted(
  after: HubConnection['fetch'],
  during: HubConnection['fetch'],
  stop: AbortController,
): HubConnection['fetch'] {
  return (input, init) => (stop.signal.aborted ? after(input, init) : during(input, init));
}

if (trainingPython === undefined) {
  process.stderr.write('skipped: jobs that train with TRL (TUNING_FORK_TEST_PYTHON is not set)\n');
}

describe.skipIf(trainingPython === undefined)('a job that trains', { timeout: 240_000 }, () => {
  const python = path.resolve('python');

  async function launch(folder: string, seconds: number) {
    const connection = await connect(folder);
    const choice = { flavor: 'cpu-basic', timeoutSeconds: seconds };
    const plan = { recipe: 'tiny.sft.yaml', pythonFolder: python, choice };
    const planned = await planJob(folder, connection, plan);
    const handle = await new JobsLauncher({ python }).launch(launchOf(planned, connection));
    handle.dispose();
    return { directory: handle.directory, connection, planned };
  }

  it('needs no file of this computer, and its result comes from the repository that the plan named', async () => {
    const folder = makeTinyTraining(trainingPython ?? '', 3);
    const { directory, connection, planned } = await launch(folder, 600);
    for (const name of ['model', 'train.jsonl', 'tiny.sft.yaml']) {
      fs.renameSync(path.join(folder, name), path.join(folder, `${name}.away`));
    }
    const { summary, outcome, record } = await follow(directory, connection);
    expect(summary).toMatchObject({ state: 'completed', step: 3, maxSteps: 3 });
    expect(outcome).toMatchObject({ id: 'run.jobs.completed', args: { repository: 'tuner/tiny' } });
    expect(planned.plan.leaves.map((each) => each.where)).toContain(`${hub.endpoint}/tuner/tiny`);
    const events = fs.readFileSync(path.join(directory, 'events.jsonl'), 'utf8');
    expect(events).toMatch(/"type":"rows","step":1,"rows":\[\[0,/);
    const result = await fetchResult(directory, async () => connection);
    expect(result).toBe(record.outputDir);
    expect(fs.existsSync(path.join(result, 'model.safetensors'))).toBe(true);
    expect(hub.repository('tuner/tiny')?.isPrivate).toBe(true);
  });

  it('is cancelled by Stop Run, and says so', async () => {
    const folder = makeTinyTraining(trainingPython ?? '', 5_000);
    const { directory, connection } = await launch(folder, 600);
    const following = follow(directory, connection);
    for (let steps = 0; steps < 2;) {
      steps = (await new RunReader(directory).look()).summary.step ?? 0;
    }
    const { summary, outcome } = await endRun(directory, async () => connection);
    expect(summary.state).toBe('stopped');
    expect(outcome?.id).toBe('run.jobs.stopped.step');
    await following;
    expect(hub.jobs.at(-1)?.stage).toBe('CANCELED');
  });

  it('is ended at its deadline, and says so', async () => {
    const folder = makeTinyTraining(trainingPython ?? '', 5_000);
    const { directory, connection } = await launch(folder, 12);
    const { summary, outcome } = await follow(directory, connection);
    expect(summary).toMatchObject({ state: 'failed', cause: 'deadline' });
    expect(outcome?.id).toMatch(/^run\.jobs\.deadline/);
  });

  it('goes on while the Hub is gone, and is brought in when it is back', async () => {
    const folder = makeTinyTraining(trainingPython ?? '', 40);
    const { directory, connection } = await launch(folder, 600);
    hub.faults.set('server-error', true);
    const problems: string[] = [];
    const following = keepFollowing(directory, {
      connect: async () => connection,
      signal: AbortSignal.timeout(120_000),
      patience: shortPatience,
      onProblem: (problem) => {
        problems.push(problem?.detail.id ?? 'none');
        hub.faults.clear();
      },
    });
    await following;
    expect(problems[0]).toMatch(/^hub\.refused\.server/);
    expect((await new RunReader(directory).look()).summary).toMatchObject({ state: 'completed', step: 40 });
  });
});
