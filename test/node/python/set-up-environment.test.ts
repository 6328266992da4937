import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstallStep } from '../../../src/node/python/install-steps.ts';
import { environmentSteps, sampleModelSteps } from '../../../src/node/python/install-steps.ts';
import { runInstall } from '../../../src/node/python/run-install.ts';
import { planEnvironment } from '../../../src/node/python/set-up-environment.ts';

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'set-up-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const base = {
  path: '/usr/bin/python3',
  version: '3.11.2',
  packages: {},
  ensurepip: true,
  source: { id: 'python.source.path' },
};
const request = { python: '/usr/bin/python3', environment: '/w/.venv', requirements: '/x/requirements' };

describe('the steps of an installation', () => {
  test('make an environment, then PyTorch, then TRL, each in that environment', () => {
    const steps = environmentSteps({ ...request, torch: 'processor-index', platform: 'linux' });
    expect(steps.map(({ command }) => command.join(' '))).toEqual([
      '/usr/bin/python3 -m venv /w/.venv',
      expect.stringMatching(/^\/w\/\.venv\/bin\/python -m pip install .*--index-url \S+\/cpu torch$/),
      expect.stringMatching(
        /^\/w\/\.venv\/bin\/python -m pip install .*-r \/x\/requirements\/training\.txt$/,
      ),
    ]);
  });

  test('say how much comes, by the variant of PyTorch', () => {
    const size = (torch: 'default' | 'processor-index', platform: NodeJS.Platform): unknown =>
      environmentSteps({ ...request, torch, platform })[1]?.title.args;
    expect(size('processor-index', 'linux')).toEqual({ variant: 'CPU', size: '0.2 GB' });
    expect(size('default', 'linux')).toEqual({ variant: 'GPU', size: '3 GB' });
    expect(size('default', 'darwin')).toEqual({ variant: 'CPU', size: '0.2 GB' });
  });

  test('bring the sample model without what its package would compile', () => {
    const [install, make] = sampleModelSteps('/w/.venv/bin/python', '/x/requirements', '/w/model');
    expect(install?.command).toContain('--no-deps');
    expect(make?.command.slice(1)).toEqual(['-m', 'tuning_fork', 'sample-model', '--out', '/w/model']);
  });
});

describe('a plan for an environment', () => {
  const refusal = (id: string) => expect.objectContaining({ detail: expect.objectContaining({ id }) });

  test('refuses a Python that is too old for TRL', async () => {
    const old = { ...base, version: '3.9.2' };
    const planned = planEnvironment(old, path.join(folder, '.venv'), '/x', process.env);
    await expect(planned).rejects.toEqual(refusal('python.too-old'));
  });

  test('gives a Python without ensurepip a way out', async () => {
    const bare = { ...base, ensurepip: false };
    const planned = planEnvironment(bare, path.join(folder, '.venv'), '/x', process.env);
    await expect(planned).rejects.toEqual(refusal('python.no-venv'));
  });
});

describe('an installation', () => {
  const step = (id: string, script: string): InstallStep => ({
    title: { id },
    command: [process.execPath, '-e', script],
  });
  const options = (signal = new AbortController().signal) => ({
    env: process.env,
    log: path.join(folder, 'install.log'),
    signal,
    onStep: () => undefined,
    onLine: () => undefined,
  });

  test('keeps the whole output of all steps in its log', async () => {
    await runInstall([step('a', "console.log('one')"), step('b', "console.error('two')")], options());
    const log = fs.readFileSync(path.join(folder, 'install.log'), 'utf8');
    expect(log).toMatch(/\$ .*\none\n\$ .*\ntwo\n/);
  });

  test('ends at the first step that fails, with its last line and where the rest is', async () => {
    const failing = step('b', "console.log('no such package'); process.exit(1)");
    const never = step('c', "require('fs').writeFileSync(process.argv[1], '')");
    await expect(runInstall([failing, never], options())).rejects.toMatchObject({
      detail: { id: 'python.install-failed', args: { cause: 'no such package' } },
    });
  });

  test('ends when it is stopped, and says so', async () => {
    const stopped = new AbortController();
    const waiting = step('a', "console.log('up'); setInterval(() => {}, 1000)");
    const install = runInstall([waiting], { ...options(stopped.signal), onLine: () => stopped.abort() });
    await expect(install).rejects.toMatchObject({ detail: { id: 'python.install-stopped' } });
  });
});
