import { execFile } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { makeFolder } from '../kit/fake-run.ts';
import { watchProcesses } from '../kit/process-watch.ts';
import { startRecordingProxy, type RecordingProxy } from '../kit/recording-proxy.ts';
import { makeTinyTraining, trainingPython } from '../kit/tiny-training.ts';

const token = `hf_${'k'.repeat(34)}`;

if (trainingPython === undefined) {
  process.stderr.write('skipped: what a run with TRL asks and tells (TUNING_FORK_TEST_PYTHON is not set)\n');
}

describe.skipIf(trainingPython === undefined)('training on this computer', () => {
  const python = trainingPython ?? '';

  it('asks nobody, tells no token and imports nothing of the folder', { timeout: 180_000 }, async () => {
    const folder = makeTinyTraining(python, 3);
    const mark = plantModules(folder);
    const proxy = await recordingProxy();
    const sockets = countSockets();
    const processes = process.platform === 'linux' ? watchProcesses(path.join(folder, '.tuning-fork')) : null;
    onTestFinished(() => void processes?.stop());
    const env = { ...process.env, ...proxy.env, TUNING_FORK_PYTHON: python, HF_TOKEN: token, LANG: 'C' };
    const { code, out, notes } = await cli(folder, ['train', 'tiny.sft.yaml'], { env });

    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^Completed after step 3/) as string,
    });
    expect(proxy.requests).toEqual([]);
    expect(sockets.count).toBe(0);
    expect(fs.existsSync(mark)).toBe(false);
    expect(out + notes).not.toContain(token);
    expect(filesWith(token, folder)).toEqual([]);
    if (processes === null) return;
    const seen = processes.stop();
    expect(seen.some(({ commandLine }) => commandLine.includes('training_process'))).toBe(true);
    expect(seen.some(({ environment }) => environment.includes('TUNING_FORK_RUN_DIR='))).toBe(true);
    expect(seen.filter((each) => `${each.commandLine} ${each.environment}`.includes(token))).toEqual([]);
  });
});

/** What the test above relies on: each of its traps catches. */
describe.skipIf(trainingPython === undefined)('the traps', () => {
  const python = trainingPython ?? '';

  it('see a request of Python and one of Node', async () => {
    const proxy = await recordingProxy();
    const program = 'import urllib.request; urllib.request.urlopen("http://hub.example/x")';
    const env = { ...process.env, ...proxy.env };
    await expect(promisify(execFile)(python, ['-c', program], { env })).rejects.toThrow('502');
    expect(proxy.requests).toEqual(['GET http://hub.example/x HTTP/1.1']);
    const sockets = countSockets();
    await fetch(proxy.env['HTTP_PROXY'] ?? '');
    expect(sockets.count).toBe(1);
  });

  it('see a module of the folder that Python imports', async () => {
    const folder = makeFolder();
    const mark = plantModules(folder);
    await promisify(execFile)(python, ['-c', 'import tokenizers, subprocess'], { cwd: folder });
    expect(fs.readFileSync(mark, 'utf8')).toBe('tokenizers\nsubprocess\n');
  });

  it('see a token in a file', () => {
    const folder = makeFolder();
    fs.mkdirSync(path.join(folder, 'a'));
    fs.writeFileSync(path.join(folder, 'a', 'log'), `x${token}x`);
    expect(filesWith(token, folder)).toEqual(['a/log']);
  });
});

async function recordingProxy(): Promise<RecordingProxy> {
  const proxy = await startRecordingProxy();
  onTestFinished(() => proxy.close());
  return proxy;
}

/** Connections that this process opens. */
function countSockets(): { readonly count: number } {
  const counted = { count: 0 };
  const count = (): void => void (counted.count += 1);
  diagnostics.subscribe('net.client.socket', count);
  onTestFinished(() => void diagnostics.unsubscribe('net.client.socket', count));
  return counted;
}

/**
 * Modules by the names of one that training needs and one that its leader needs; whichever is imported leaves the mark whose path is
 * returned.
 */
function plantModules(folder: string): string {
  const mark = path.join(folder, 'imported');
  for (const name of ['tokenizers', 'subprocess']) {
    fs.writeFileSync(
      path.join(folder, `${name}.py`),
      `print("${name}", file=open(${JSON.stringify(mark)}, "a"))\n`,
    );
  }
  return mark;
}

function filesWith(text: string, folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return files
    .filter((file) => fs.readFileSync(file).includes(text))
    .map((file) => path.relative(folder, file));
}
