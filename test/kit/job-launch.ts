import fs from 'node:fs';
import path from 'node:path';
import type { JobChoice } from '../../src/core/recipe/job-choice.ts';
import { runId } from '../../src/core/run/run-id.ts';
import type { HubConnection } from '../../src/node/hub/hub-connection.ts';
import { buildJobsPlan } from '../../src/node/recipe/build-jobs-plan.ts';
import type { PlannedJob } from '../../src/node/recipe/planned-job.ts';
import type { JobLaunchRequest } from '../../src/node/run/jobs-launcher.ts';
import { launchRequest } from '../../src/node/run/launch-request.ts';
import { makeFolder } from './fake-run.ts';

/** A Python folder whose runner prints a run's events and trains nothing. */
function fakeJobPython(folder: string): string {
  const python = path.join(folder, 'python');
  fs.cpSync('test/fixtures/fake-job-runner/tuning_fork', path.join(python, 'tuning_fork'), {
    recursive: true,
  });
  fs.copyFileSync('python/tuning_fork/job.py', path.join(python, 'tuning_fork', 'job.py'));
  return python;
}

/** A model folder that a plan takes for one; nothing can be trained with it. */
function writeHollowModel(folder: string): void {
  const model = path.join(folder, 'model');
  fs.mkdirSync(model, { recursive: true });
  fs.writeFileSync(path.join(model, 'config.json'), '{"model_type": "llama"}');
  const header = Buffer.from('{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  fs.writeFileSync(path.join(model, 'model.safetensors'), Buffer.concat([length, header, Buffer.alloc(4)]));
}

/** A folder with recipe, data and a hollow model, whose runner trains nothing. */
export function makeJobFolder(): { folder: string; pythonFolder: string } {
  const folder = makeFolder();
  writeHollowModel(folder);
  fs.mkdirSync(path.join(folder, '데이터'));
  fs.writeFileSync(path.join(folder, '데이터', 'train set.jsonl'), '{"text": "안녕하세요"}\n');
  fs.writeFileSync(
    path.join(folder, 'job.sft.yaml'),
    'model_name_or_path: ./model\ndatasets:\n  - path: json\n    data_files: "데이터/train set.jsonl"\noutput_dir: out\nuse_cpu: true\nbf16: false\nreport_to: none\n',
  );
  return { folder, pythonFolder: fakeJobPython(folder) };
}

interface PlanOptions {
  readonly recipe: string;
  readonly pythonFolder: string;
  readonly choice?: JobChoice;
}

export function planJob(
  folder: string,
  connection: HubConnection,
  { recipe, pythonFolder, choice = { flavor: null, timeoutSeconds: 600 } }: PlanOptions,
): Promise<PlannedJob> {
  return buildJobsPlan({
    recipePath: recipe,
    cwd: folder,
    python: null,
    pythonFault: null,
    env: { HOME: folder },
    connection,
    choice,
    pythonFolder,
    runId: runId(new Date(), 'job', Math.floor(Math.random() * 0x10000)),
  });
}

/** The launch of a plan; what stops the plan is thrown. */
export function launchOf(planned: PlannedJob, connection: HubConnection): JobLaunchRequest {
  const { plan, launch, job } = planned;
  if (launch === null || job === null) {
    const errors = plan.lines.filter((line) => line.severity === 'error');
    throw new Error(`the plan cannot be started: ${JSON.stringify(errors)}`);
  }
  return { run: launchRequest(launch, {}), job, connection };
}
