import { randomInt } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { HumanError } from '../../core/text/human-error.ts';
import { runId } from '../../core/run/run-id.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import type { Places } from '../places.ts';
import { processTable } from '../process/process-table.ts';
import { signalGroup } from '../process/signal-group.ts';
import { childEnvironment } from './child-environment.ts';
import { createRunDirectory } from './create-run-directory.ts';
import { launchError } from './launch-error.ts';
import type { LaunchRequest } from './launch-request.ts';
import { freeOutputDirectory } from './output-directory.ts';
import { changeRunRecord, createRunsFolder, runFiles } from './run-directory.ts';
import { attachToRun, type RunHandle } from './run-handle.ts';
import { spawnDetached } from './spawn-detached.ts';

/** Starts runs on this computer, as processes that outlive whoever started them. */
export class LocalLauncher {
  readonly #pythonFolder: string;

  constructor(places: Pick<Places, 'python'>) {
    this.#pythonFolder = places.python;
  }

  /**
   * Makes the run directory and starts the runner. On failure nothing is left behind.
   * @throws {HumanError} no interpreter, no permission, disk full, a token in the recipe
   */
  async launch(request: LaunchRequest): Promise<RunHandle> {
    if (process.platform === 'win32') throw new HumanError('run.launch.windows');
    try {
      await requireFolder(request.folder);
      const runs = await createRunsFolder(request.folder);
      const record = await this.#record(request, runs);
      const directory = path.join(runs, record.id);
      await createRunDirectory({ ...request, directory, pythonFolder: this.#pythonFolder, record });
      await start(request, record, directory);
      return attachToRun(directory);
    } catch (error) {
      throw launchError(error, request.folder);
    }
  }

  /** Takes hold of a run that was started before, here or by another process. */
  attach(directory: string): RunHandle {
    return attachToRun(directory);
  }

  async #record(request: LaunchRequest, runs: string): Promise<RunRecord> {
    const now = new Date();
    const id = runId(now, request.name, randomInt(0x10000));
    const wanted = path.resolve(request.folder, request.outputDir);
    const outputDir = await freeOutputDirectory(wanted, id, runs);
    const recipe = path.join(runs, id, runFiles.recipe);
    const options = ['sft', '--config', recipe, '--output_dir', outputDir];
    return {
      version: 1,
      id,
      name: request.name,
      launcher: 'local',
      recipe: request.recipe,
      command: [request.python, '-m', 'tuning_fork', ...options],
      python: request.python,
      versions: request.versions,
      pid: null,
      startTicks: null,
      bootId: null,
      hostname: os.hostname(),
      uid: process.getuid?.() ?? null,
      createdAt: now.toISOString(),
      outputDir,
      data: request.data,
      templateSha256: request.templateSha256,
      tokenizerSha256: request.tokenizerSha256,
    };
  }
}

async function start(request: LaunchRequest, record: RunRecord, directory: string): Promise<void> {
  let pid: number | null = null;
  try {
    pid = await spawnDetached(record.command, {
      cwd: request.folder,
      env: childEnvironment(request, directory),
      output: path.join(directory, runFiles.output),
    });
    const startTicks = (await processTable.read(pid))?.startTicks ?? null;
    await changeRunRecord(directory, { pid, startTicks, bootId: await processTable.bootId() });
  } catch (error) {
    if (pid !== null) signalGroup(pid, 'SIGKILL');
    await fs.rm(directory, { recursive: true, force: true });
    throw launchError(error, request.python);
  }
}

async function requireFolder(folder: string): Promise<void> {
  if (!(await fs.stat(folder)).isDirectory()) throw new HumanError('run.launch.no-folder', { path: folder });
}
