import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunRecord } from '../../src/core/run/run-record.ts';
import { connectHub } from '../../src/node/hub/connect-hub.ts';
import type { HubConnection } from '../../src/node/hub/hub-connection.ts';
import { createJob } from '../../src/node/hub/jobs-client.ts';
import type { FollowPatience } from '../../src/node/run/job-follower.ts';
import { madeRunRecord } from './made-run-record.ts';
import type { HubEmulator } from './hub/hub-emulator.ts';

/** A follower that does not wait long. */
export const shortPatience: FollowPatience = {
  idle: 10_000,
  inspect: 100,
  firstWait: 1,
  longestWait: 50,
  gap: 200,
  lastWords: 2_000,
};

export function connectTo(hub: HubEmulator, home: string): Promise<HubConnection> {
  return connectHub({ HOME: home, HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token });
}

/** A run directory whose job runs `script` (Python) on the emulator. The script gets the nonce as `nonce`. */
export async function runJobOf(
  hub: HubEmulator,
  script: string,
  place = os.tmpdir(),
): Promise<{ directory: string; connection: HubConnection; record: RunRecord }> {
  const folder = fs.mkdtempSync(path.join(place, 'tuning-fork-job-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const connection = await connectTo(hub, folder);
  const nonce = randomBytes(16).toString('hex');
  const id = `20261125-220000-job-${randomBytes(2).toString('hex')}`;
  const job = await createJob(connection, hub.accountName, {
    command: ['python', '-u', '-c', `nonce = "${nonce}"\n${script}`],
    arguments: [],
    environment: {},
    secrets: {},
    flavor: 'cpu-basic',
    timeoutSeconds: 600,
    attempts: 1,
    labels: { 'tuning-fork-run': id },
    volumes: [],
    dockerImage: 'python:3.12',
  });
  const directory = path.join(folder, '.tuning-fork', 'runs', id);
  fs.mkdirSync(directory, { recursive: true });
  const record = madeRunRecord({
    id,
    name: 'job',
    launcher: 'jobs',
    recipe: 'job.sft.yaml',
    job: {
      namespace: hub.accountName,
      id: job.id,
      url: '',
      stage: null,
      message: null,
      finishedAt: null,
    },
    jobLaunch: {
      endpoint: hub.endpoint,
      namespace: hub.accountName,
      nonce,
      inputs: '',
      repository: 'tuner/result',
      flavor: 'cpu-basic',
      timeoutSeconds: 600,
      costPerHour: null,
      simulated: true,
    },
    createdAt: new Date().toISOString(),
    outputDir: path.join(folder, 'out'),
  });
  fs.writeFileSync(path.join(directory, 'run.json'), JSON.stringify(record));
  return { directory, connection, record };
}

/** Python that prints `count` log events as the runner does, and a line of its own before each. */
export function printEvents(count: number, pause = 0): string {
  return `
import json, os, sys, time
for seq in range(1, ${count + 1}):
    print("step", seq, "of ${count} 한글")
    event = {"v": 1, "seq": seq, "time": "2026-11-25T22:00:00.000Z", "type": "log", "step": seq, "epoch": None, "metrics": {"loss": 1 / seq}}
    os.write(1, ("\\ntuning-fork:%s %s\\n" % (nonce, json.dumps(event))).encode())
    time.sleep(${pause})
`;
}
