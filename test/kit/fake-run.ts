import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import type { LaunchRequest } from '../../src/node/run/launch-request.ts';
import { readRunRecord, runsFolder } from '../../src/node/run/run-directory.ts';
import { livenessOf } from '../../src/node/run/run-liveness.ts';
import { signalGroup } from '../../src/node/process/signal-group.ts';

/** The folder that holds a package `tuning_fork` which writes events and trains nothing. */
export const fakePythonFolder = path.resolve('test/fixtures/fake-runner');

/** What the fake runner does after its three steps. */
export type FakeRun = 'complete' | 'fail' | 'vanish' | 'orphan' | 'forever' | 'stubborn';

/** A folder with a recipe, removed after the test together with every process of its runs. */
export function makeFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tuning-fork-')));
  fs.writeFileSync(
    path.join(folder, 'tiny.sft.yaml'),
    'model_name_or_path: ./model # 모델\noutput_dir: out\n',
  );
  onTestFinished(async () => {
    await endRuns(folder);
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function fakeRequest(
  folder: string,
  kind: FakeRun,
  changes: Partial<LaunchRequest> = {},
): LaunchRequest {
  return {
    name: 'tiny',
    recipe: 'tiny.sft.yaml',
    recipeText: fs.readFileSync(path.join(folder, 'tiny.sft.yaml'), 'utf8'),
    folder,
    python: 'python3',
    outputDir: 'out',
    offline: true,
    needsToken: false,
    env: { ...process.env, FAKE_RUN: kind },
    versions: { trl: '1.16.0' },
    data: [{ path: 'train.jsonl', sha256: '00', rows: 64 }],
    templateSha256: null,
    tokenizerSha256: null,
    ...changes,
  };
}

/** The ids of the runs of a folder, other entries of its runs folder included. */
export function entriesOfRuns(folder: string): string[] {
  return fs.existsSync(runsFolder(folder)) ? fs.readdirSync(runsFolder(folder)) : [];
}

async function endRuns(folder: string): Promise<void> {
  for (const id of entriesOfRuns(folder)) {
    const record = await readRunRecord(path.join(runsFolder(folder), id));
    const liveness = record === null ? null : await livenessOf(record, null);
    if (liveness?.kind === 'alive') signalGroup(liveness.group, 'SIGKILL');
  }
}
