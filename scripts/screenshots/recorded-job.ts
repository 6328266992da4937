import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { HubEmulator } from '../../test/kit/hub/hub-emulator.ts';
import { madeRunRecord } from '../../test/kit/made-run-record.ts';

const events = path.join(import.meta.dirname, 'recorded/events.jsonl');
const log = path.join(import.meta.dirname, 'recorded/output.log');
/** The step that a run in the middle has come to. */
const middle = 7;

export interface RecordedJob {
  /** Last part of its run's id. */
  readonly name: string;
  readonly stage: 'SCHEDULING' | 'RUNNING' | 'COMPLETED' | 'CANCELED';
  readonly events: 'none' | 'middle' | 'all';
  /** The job on the Hub that the run is of; without it there is none. */
  readonly job?: string;
}

/** Writes the directory of a run on HF Jobs with events of a real training, and returns its id. */
export async function recordJob(project: string, hub: HubEmulator, recorded: RecordedJob): Promise<string> {
  const id = `20261125-2240${recorded.name}-recipe-${randomBytes(2).toString('hex')}`;
  const directory = path.join(project, '.tuning-fork/runs', id);
  await fs.mkdir(directory, { recursive: true });
  const over = recorded.stage === 'COMPLETED' || recorded.stage === 'CANCELED';
  const job = recorded.job ?? '6925f0aa1c9d440000a1b2c3';
  const { endpoint, accountName: namespace } = hub;
  const record = madeRunRecord({
    id,
    name: 'recipe',
    launcher: 'jobs',
    recipe: 'recipe.sft.yaml',
    versions: { trl: '1.16.0', transformers: '5.23.0', peft: '0.21.2' },
    hostname: 'elsewhere',
    job: {
      namespace,
      id: job,
      url: `${endpoint}/jobs/${namespace}/${job}`,
      stage: recorded.stage,
      message: null,
      finishedAt: over ? '2026-11-25T22:46:00.000Z' : null,
    },
    jobLaunch: {
      endpoint,
      namespace,
      nonce: randomBytes(16).toString('hex'),
      inputs: `${namespace}/${id}`,
      repository: `${namespace}/recipe`,
      flavor: 't4-small',
      timeoutSeconds: 3600,
      costPerHour: 0.4,
      simulated: true,
    },
    createdAt: new Date().toISOString(),
    outputDir: path.join(project, 'out'),
    data: ['train', 'test'].map((name) => ({
      path: path.join(project, `data/${name}.jsonl`),
      sha256: '',
      rows: 0,
    })),
  });
  await fs.copyFile(path.join(project, 'recipe.sft.yaml'), path.join(directory, 'recipe.yaml'));
  await fs.writeFile(path.join(directory, 'events.jsonl'), await eventsOf(recorded.events));
  if (recorded.events !== 'none') await fs.copyFile(log, path.join(directory, 'output.log'));
  await fs.writeFile(path.join(directory, 'run.json'), JSON.stringify(record));
  return id;
}

async function eventsOf(wanted: RecordedJob['events']): Promise<string> {
  if (wanted === 'none') return '';
  const lines = (await fs.readFile(events, 'utf8')).trimEnd().split('\n');
  const later = lines.findIndex((line) => line.includes(`"type":"log","step":${middle + 1},`));
  return `${(wanted === 'all' ? lines : lines.slice(0, later)).join('\n')}\n`;
}
