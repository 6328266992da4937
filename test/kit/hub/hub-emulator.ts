import process from 'node:process';
import {
  controlRoutes,
  hubRoutes,
  makeParts,
  type EmulatorOptions,
  type EmulatorParts,
} from './emulator-parts.ts';
import type { Faults } from './faults.ts';
import { startHubServer, type HubServer, type RequestRecord } from './hub-server.ts';
import type { LogLine } from './job-log.ts';
import type { JobSpec } from './job-spec.ts';
import type { Job, JobStage } from './job.ts';
import { removeFolder } from './mounts.ts';
import { repositoryTypes, type Change, type Repository, type RepositoryType } from './repository.ts';

/** A job that a request made, for assertions. Of secrets it has the names. */
export interface CreatedJob extends Omit<JobSpec, 'secrets' | 'labels'> {
  readonly id: string;
  readonly owner: string;
  readonly stage: JobStage;
  readonly message: string | null;
  readonly secretNames: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly log: readonly LogLine[];
}

/** What stands on the branch main. */
export interface RepositoryContent {
  readonly isPrivate: boolean;
  readonly sha: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Titles of the commits, the newest first. */
  readonly history: readonly string[];
}

/**
 * A Hugging Face Hub on this machine's loopback: accounts, repositories, and jobs that run for real. Nothing of it
 * outlives `stop`, or this process.
 */
export class HubEmulator {
  readonly endpoint: string;
  readonly accountName: string;
  readonly token: string;
  /** Of somebody else, who has no rights here. */
  readonly strangerToken: string;
  readonly faults: Faults;
  readonly #parts: EmulatorParts;
  readonly #server: HubServer;
  readonly #end = (): void => this.endNow();

  private constructor(parts: EmulatorParts, server: HubServer) {
    this.endpoint = `http://127.0.0.1:${server.port}`;
    this.accountName = parts.account.name;
    this.token = parts.account.token;
    this.strangerToken = parts.stranger.token;
    this.faults = parts.faults;
    this.#parts = parts;
    this.#server = server;
    process.once('exit', this.#end);
  }

  /** @throws Error where the port is taken or the interpreter is not there */
  static async start(options: EmulatorOptions = {}): Promise<HubEmulator> {
    const parts = makeParts(options);
    try {
      const server = await startHubServer({
        routes: hubRoutes(parts, options),
        controlRoutes: controlRoutes(parts),
        accounts: [parts.account, parts.stranger],
        faults: parts.faults,
        port: options.port ?? 0,
        log: options.log ?? ((): void => undefined),
      });
      return new HubEmulator(parts, server);
    } catch (error) {
      parts.guard.dismiss();
      removeFolder(parts.directory);
      throw error;
    }
  }

  /** The oldest first. */
  get jobs(): readonly CreatedJob[] {
    return this.#parts.board.jobs.toReversed().map(createdJob);
  }

  get requests(): readonly RequestRecord[] {
    return this.#server.requests;
  }

  /** @param id `ns/name` for a model, `datasets/ns/name` for a dataset */
  repository(id: string): RepositoryContent | undefined {
    const found = this.#find(id);
    if (found === undefined) return undefined;
    const { sha, files } = found.commit('main');
    const { objects } = this.#parts.store;
    return {
      isPrivate: found.isPrivate,
      sha,
      files: new Map([...files].map(([name, file]) => [name, objects.read(file.sha256)])),
      history: found.history('main').map(({ title }) => title),
    };
  }

  /** Commits files to a repository, making it where there is none, as somebody would have done before. Returns the commit. */
  addFiles(id: string, files: Readonly<Record<string, string>>, isPrivate = false): string {
    const { store } = this.#parts;
    const repository = this.#find(id) ?? store.create(...designation(id), isPrivate);
    const changes = Object.entries(files).map(([name, content]): Change =>
      store.bytes(name, Buffer.from(content)),
    );
    return repository.addCommit('main', { title: 'Add files', message: '' }, changes).sha;
  }

  /** Ends every job and the server and removes every file. */
  async stop(): Promise<void> {
    this.#parts.board.kill();
    await Promise.all([this.#server.close(), this.#parts.board.ended()]);
    process.removeListener('exit', this.#end);
    this.#parts.guard.dismiss();
    removeFolder(this.#parts.directory);
  }

  /** Ends every job and removes every file within this call, for a process that ends. */
  endNow(): void {
    this.#parts.board.kill();
    this.#parts.guard.dismiss();
    removeFolder(this.#parts.directory);
  }

  #find(id: string): Repository | undefined {
    return this.#parts.store.find(...designation(id));
  }
}

function createdJob(job: Job): CreatedJob {
  const { secrets, ...spec } = job.spec;
  return {
    ...spec,
    id: job.id,
    owner: job.owner,
    stage: job.stage,
    message: job.message,
    secretNames: Object.keys(secrets),
    labels: job.labels,
    log: job.log.lines,
  };
}

function designation(id: string): [RepositoryType, string] {
  const type = repositoryTypes.find((name) => id.startsWith(`${name}s/`));
  return type === undefined ? ['model', id] : [type, id.slice(type.length + 2)];
}
