import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { hardware, hardwareVariables } from './hardware.ts';
import { runProcess, type RunningProcess } from './job-process.ts';
import type { Job, JobEnd } from './job.ts';
import { withMounts, writeMounts, type FindVolume } from './mounts.ts';
import type { OrphanGuard } from './orphan-guard.ts';
import type { RepositoryStore } from './repository-store.ts';

export interface RunnerOptions {
  readonly store: RepositoryStore;
  /** Everything of the jobs is below it. */
  readonly directory: string;
  /** The folder with python, python3 and uv. */
  readonly programs: string;
  /** Absolute path of the interpreter, whose neighbours (trl, accelerate) a job finds too. */
  readonly python: string;
  readonly schedulingMs: number;
  /** Between SIGTERM and SIGKILL. */
  readonly graceMs: number;
  /** How long the stage follows the last log line. */
  readonly stageLagMs: () => number;
  readonly guard: OrphanGuard;
}

type Wish = 'cancel' | 'deadline' | 'stop';

/** Runs one job from SCHEDULING to its end. */
export class JobRunner {
  readonly #options: RunnerOptions;
  readonly #job: Job;
  readonly #find: FindVolume;
  readonly #wishes = new AbortController();
  #wish: Wish | null = null;
  #process: RunningProcess | null = null;
  /** Resolves when no process of the job is left and its stage is final. */
  readonly ended: Promise<void>;

  constructor(options: RunnerOptions, job: Job, find: FindVolume) {
    this.#options = options;
    this.#job = job;
    this.#find = find;
    this.ended = this.#run();
  }

  /** SIGTERM, and SIGKILL after the grace. */
  cancel(): void {
    this.#end('cancel');
  }

  /** Kills at once, within this call. */
  kill(): void {
    this.#wish ??= 'stop';
    this.#wishes.abort();
    this.#process?.kill();
  }

  #end(wish: Wish): void {
    if (this.#wish !== null) return;
    this.#wish = wish;
    this.#wishes.abort();
    const running = this.#process;
    if (running === null) return;
    running.signal('SIGTERM');
    const killing = setTimeout(() => running.kill(), this.#options.graceMs);
    void running.ended.finally(() => clearTimeout(killing));
  }

  async #run(): Promise<void> {
    const job = this.#job;
    await wait(this.#options.schedulingMs, this.#wishes.signal);
    const end = this.#wish === null ? await this.#runCommand() : this.#judge(0);
    job.log.close();
    await wait(this.#options.stageLagMs(), this.#wishes.signal);
    job.end(end);
  }

  async #runCommand(): Promise<JobEnd> {
    const job = this.#job;
    try {
      this.#process = this.#start();
    } catch (error) {
      return { stage: 'ERROR', message: error instanceof Error ? error.message : String(error) };
    }
    const deadline = setTimeout(() => this.#end('deadline'), job.spec.timeoutSeconds * 1000);
    const code = await this.#process.ended;
    this.#process = null;
    clearTimeout(deadline);
    return this.#judge(code);
  }

  #start(): RunningProcess {
    const { store, directory, guard } = this.#options;
    const { spec, log, id } = this.#job;
    const home = path.join(directory, id);
    for (const name of ['home', 'tmp', 'work']) fs.mkdirSync(path.join(home, name), { recursive: true });
    const mounts = writeMounts(store, spec, home, this.#find);
    this.#job.start();
    guard.watch(id);
    const mounted = (text: string): string => withMounts(text, mounts);
    return runProcess({
      command: [...spec.command, ...spec.arguments].map(mounted),
      directory: path.join(home, 'work'),
      environment: {
        ...this.#machineVariables(home),
        ...Object.fromEntries(
          Object.entries(spec.environment).map(([name, value]) => [name, mounted(value)]),
        ),
        ...spec.secrets,
        ...jobVariables(this.#job),
      },
      mark: `JOB_ID=${id}`,
      onLine: (line) => log.append(line),
    });
  }

  #machineVariables(home: string): Record<string, string> {
    const { programs, python } = this.#options;
    return {
      PATH: [programs, path.dirname(python), process.env['PATH'] ?? ''].join(path.delimiter),
      HOME: path.join(home, 'home'),
      LANG: process.env['LANG'] ?? 'C.UTF-8',
      TMPDIR: path.join(home, 'tmp'),
    };
  }

  #judge(code: number): JobEnd {
    switch (this.#wish) {
      case 'cancel':
      case 'stop':
        return { stage: 'CANCELED', message: null };
      case 'deadline':
        return { stage: 'ERROR', message: 'Job timeout' };
      case null:
        if (code === 0) return { stage: 'COMPLETED', message: null };
        return { stage: 'ERROR', message: `Job failed with exit code: ${code}. Reason: Error` };
    }
  }
}

function jobVariables(job: Job): Record<string, string> {
  const machine = hardware.find(({ name }) => name === job.spec.flavor);
  return { JOB_ID: job.id, ...(machine === undefined ? {} : hardwareVariables(machine)) };
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch {
    // Somebody wished for the end.
  }
}
