import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectHub } from '../../../src/node/hub/connect-hub.ts';
import { createRepository, repositoryExists } from '../../../src/node/hub/create-repository.ts';
import { isFinalStage } from '../../../src/core/hub/job.ts';
import type { HubConnection } from '../../../src/node/hub/hub-connection.ts';
import { jobLogStream } from '../../../src/node/hub/job-log-stream.ts';
import {
  cancelJob,
  createJob,
  inspectJob,
  jobsWithLabel,
  listHardware,
} from '../../../src/node/hub/jobs-client.ts';
import { downloadRepository } from '../../../src/node/hub/download-repository.ts';
import { HubError } from '../../../src/node/hub/hub-error.ts';
import { uploadFiles, type UploadFile } from '../../../src/node/hub/upload-files.ts';
import { whoAmI } from '../../../src/node/hub/who-am-i.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];

interface Call {
  readonly do: 'whoami' | 'create' | 'exists' | 'upload' | 'download' | 'hardware' | 'job';
  readonly type?: 'model' | 'dataset';
  readonly id?: string;
  readonly folder?: string;
  readonly script?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly label?: string;
  /** After the first line. */
  readonly cancel?: boolean;
}
/** What a client said: a value, or the status of the refusal. */
interface Said {
  readonly value?: unknown;
  readonly status?: number;
}
type Client = (call: Call) => Promise<Said>;

let hub: HubEmulator;
let home = '';
let official: ChildProcess | undefined;
let theirs: Client;
const table: string[][] = [['scenario', 'ours', 'official client']];

beforeAll(async () => {
  hub = await HubEmulator.start({
    account: { name: 'tuner', orgs: ['tuners'] },
    ...(python === undefined ? {} : { python }),
  });
  home = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-side-'));
  if (python === undefined) return;
  const program = path.resolve('test/node/hub/side-by-side.py');
  official = spawn(python, [program], { env: environment(hub.token), stdio: ['pipe', 'pipe', 'inherit'] });
  theirs = lineByLine(official);
});
afterAll(async () => {
  official?.kill();
  await hub.stop();
  await fs.rm(home, { recursive: true });
  console.log(table.map(([name = '', a, b]) => `${name.padEnd(44)} ${a?.padEnd(28)} ${b}`).join('\n'));
});

function environment(token: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: home,
    HF_HOME: path.join(home, 'hf'),
    HF_ENDPOINT: hub.endpoint,
    HF_TOKEN: ` ${token}\n`,
    HF_HUB_DISABLE_XET: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_PROGRESS_BARS: '1',
    PYTHONUTF8: '1',
  };
}

/** A process that answers each line with one. */
function lineByLine(process: ChildProcess): Client {
  const lines = createInterface({ input: process.stdout! })[Symbol.asyncIterator]();
  return async (call) => {
    process.stdin?.write(`${JSON.stringify(call)}\n`);
    const { value } = await lines.next();
    const { hasToken, ...said } = JSON.parse(String(value)) as Said & { hasToken: boolean };
    expect(hasToken).toBe(true);
    return said;
  };
}

const ours: Client = async (call) => {
  const connection = await connectHub(environment(hub.token));
  const repository = { type: call.type ?? 'model', id: call.id ?? '' };
  const folder = call.folder ?? '';
  try {
    switch (call.do) {
      case 'whoami':
        return { value: (await whoAmI(connection)).namespaces };
      case 'create': {
        const made = await createRepository(connection, { ...repository, private: true });
        return made === 'created' ? { value: made } : { status: 409 };
      }
      case 'exists':
        return { value: await repositoryExists(connection, repository) };
      case 'upload':
        await uploadFiles(connection, { ...repository, files: await filesOf(folder), title: 'Add files' });
        return { value: 'uploaded' };
      case 'download':
        await downloadRepository(connection, { ...repository, folder });
        return { value: 'downloaded' };
      case 'hardware':
        return {
          value: (await listHardware(connection)).map((each) => [each.name, each.unitCostUSD]),
        };
      case 'job':
        return { value: await runJob(connection, call) };
    }
  } catch (error) {
    if (error instanceof HubError && error.status !== null) return { status: error.status };
    throw error;
  }
};

async function runJob(connection: HubConnection, call: Call): Promise<object> {
  const label = ['scenario', call.label ?? ''] as const;
  const made = await createJob(connection, 'tuner', {
    command: ['python', '-u', '-c', call.script ?? ''],
    arguments: [],
    environment: {},
    secrets: { HIDDEN: 'hunter2' },
    flavor: 'cpu-basic',
    timeoutSeconds: call.timeout ?? 60,
    attempts: 1,
    labels: Object.fromEntries([label]),
    volumes: [],
    dockerImage: 'python:3.12',
  });
  const job = { namespace: 'tuner', id: made.id };
  const lines: string[] = [];
  const signal = AbortSignal.timeout(60_000);
  for await (const more of jobLogStream(connection, job, { signal, idle: 30_000, follow: true })) {
    const said = more.map(({ data }) => data).filter((line) => !line.startsWith('===== Job started'));
    lines.push(...said);
    if (call.cancel === true && said.length > 0) await cancelJob(connection, job);
  }
  for (;;) {
    const { stage } = (await inspectJob(connection, job)).status;
    if (!isFinalStage(stage)) continue;
    const found = await jobsWithLabel(connection, 'tuner', label);
    return { stage, lines, foundByLabel: found.length === 1 && found[0]?.id === made.id };
  }
}

async function filesOf(folder: string): Promise<UploadFile[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name))
    .map((file) => ({ path: path.relative(folder, file), content: { file } }));
}

/** Digests of all files of a folder, the clients' own folders apart. */
async function digests(folder: string): Promise<Record<string, string>> {
  const files = (await filesOf(folder)).filter(
    ({ path: name }) => !/^(?:\.cache|\.gitattributes)/.test(name),
  );
  const pairs = files.map(async ({ path: name }) => {
    const bytes = await fs.readFile(path.join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).toSorted(([a], [b]) => a.localeCompare(b)));
}

async function note(scenario: string, a: Said, b: Said): Promise<void> {
  table.push([scenario, JSON.stringify(a), JSON.stringify(b)]);
  expect(a, scenario).toEqual(b);
}

describe.skipIf(python === undefined)(
  'our client and the official one at the same Hub (skipped without TUNING_FORK_TEST_PYTHON)',
  () => {
    it('say the same of who is signed in', async () => {
      await note('who am I', await ours({ do: 'whoami' }), await theirs({ do: 'whoami' }));
    });

    it.each(['model', 'dataset'] as const)('do the same with a %s', async (type) => {
      const source = path.join(home, `source-${type}`);
      await fs.mkdir(path.join(source, '데이터', 'a', 'b', 'c', 'd', 'e', 'f'), { recursive: true });
      await fs.writeFile(path.join(source, '데이터', '학습 1.jsonl'), '{"text": "안녕하세요"}\n');
      await fs.writeFile(path.join(source, '데이터', 'a', 'b', 'c', 'd', 'e', 'f', 'deep.txt'), 'deep');
      await fs.writeFile(path.join(source, 'model.safetensors'), randomBytes(11_000_000));
      const [a, b] = [`tuner/ours-${type}`, `tuner/theirs-${type}`];
      const both = async (scenario: string, call: Omit<Call, 'id' | 'type'>): Promise<void> =>
        note(
          `${type}: ${scenario}`,
          await ours({ ...call, type, id: a }),
          await theirs({ ...call, type, id: b }),
        );
      await both('exists before', { do: 'exists' });
      await both('upload before it exists', { do: 'upload', folder: source });
      await both('create', { do: 'create' });
      await both('create again', { do: 'create' });
      await both('exists now', { do: 'exists' });
      await both('upload Korean names, 7 folders, 11 MB', { do: 'upload', folder: source });
      const expected = await digests(source);
      // Each client fetches what the other one has sent.
      for (const [name, client, id] of [
        ['ours', ours, b],
        ['theirs', theirs, a],
      ] as const) {
        const folder = path.join(home, `${name}-${type}`);
        expect(await client({ do: 'download', type, id, folder })).toEqual({ value: 'downloaded' });
        expect(await digests(folder)).toEqual(expected);
      }
      table.push([`${type}: each downloads the other's files`, 'equal', 'equal']);
    });

    it('see the same machines at the same prices', async () => {
      const [a, b] = [await ours({ do: 'hardware' }), await theirs({ do: 'hardware' })];
      expect(a).toEqual(b);
      table.push(['machines with prices', `${(a.value as unknown[]).length}`, 'the same']);
    });

    it.each([
      ['runs to its end', 'print("alpha"); print("öмega 한글")', {}],
      ['fails', 'import sys; print("no"); sys.exit(3)', {}],
      ['gets its secret', 'import os; print(len(os.environ["HIDDEN"]))', {}],
      ['is cancelled', 'import time; print("up"); time.sleep(60)', { cancel: true }],
      ['reaches its deadline', 'import time; print("up"); time.sleep(60)', { timeout: 2 }],
    ] as const)('say the same of a job that %s', { timeout: 60_000 }, async (scenario, script, more) => {
      const call: Call = { do: 'job', script, timeout: 60, cancel: false, ...more };
      const slug = scenario.replaceAll(' ', '-');
      const a = await ours({ ...call, label: `ours-${slug}` });
      const b = await theirs({ ...call, label: `theirs-${slug}` });
      await note(`job: ${scenario}`, a, b);
      expect(JSON.stringify([a, b])).not.toContain('hunter2');
    });

    it('are refused a job alike where there is no credit', async () => {
      hub.faults.set('no-credit', true);
      const call: Call = { do: 'job', script: 'pass', timeout: 60, cancel: false, label: 'no-credit' };
      const [a, b] = [await ours(call), await theirs(call)];
      hub.faults.clear();
      await note('job: no credit', a, b);
      expect(a.status).toBe(402);
    });

    it.each([
      ['unauthorized', 401],
      ['read-only-token', 403],
    ] as const)('are refused alike where the Hub says %s', async (fault, status) => {
      hub.faults.set(fault, true);
      const calls = [ours, theirs].map((client) =>
        client({ do: 'create', type: 'model', id: `tuner/${fault}` }),
      );
      const [a = {}, b = {}] = await Promise.all(calls);
      hub.faults.clear();
      await note(`create: ${fault}`, a, b);
      expect(a.status).toBe(status);
    });
  },
);
