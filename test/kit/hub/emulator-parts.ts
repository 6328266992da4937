import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { findProgram } from '../../../scripts/find-program.ts';
import { makeAccount, whoAmI, type Account, type AccountOptions } from './accounts.ts';
import { json, type Answer } from './answer.ts';
import { bodyJson, signedIn, type Call } from './call.ts';
import { commitRoutes } from './commit-routes.ts';
import { downloadRoutes } from './download-routes.ts';
import { Faults, isFaultName, type FaultName, type FaultValue } from './faults.ts';
import { HubError } from './hub-error.ts';
import { JobBoard } from './job-board.ts';
import { writePrograms } from './job-programs.ts';
import { jobRoutes } from './job-routes.ts';
import { lfsRoutes } from './lfs-routes.ts';
import { ObjectStore } from './object-store.ts';
import { startOrphanGuard, type OrphanGuard } from './orphan-guard.ts';
import { seededRandom } from './random.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { RepositoryStore } from './repository-store.ts';
import { route, type Route } from './router.ts';
import { treeRoutes } from './tree-routes.ts';

export interface EmulatorOptions {
  /** What runs as python, python3 and below uv; `python3` of this machine otherwise. */
  readonly python?: string;
  /** A free one otherwise. */
  readonly port?: number;
  /** Makes the faults repeatable. */
  readonly seed?: number;
  readonly faults?: Readonly<Partial<Record<FaultName, FaultValue>>>;
  readonly account?: AccountOptions;
  /** How long a job waits for its machine. */
  readonly schedulingMs?: number;
  /** Between SIGTERM and SIGKILL. */
  readonly graceMs?: number;
  /** Between two comments on a silent log stream. */
  readonly keepAliveMs?: number;
  /** Entries on a page of a list. */
  readonly pageSize?: number;
  /** Large files from this size are uploaded in parts of `partBytes`. */
  readonly multipartBytes?: number;
  readonly partBytes?: number;
  /** Gets a line for each request. */
  readonly log?: (line: string) => void;
}

/** What an emulator consists of besides its server. */
export interface EmulatorParts {
  /** Everything on disk is below it. */
  readonly directory: string;
  readonly account: Account;
  readonly stranger: Account;
  readonly faults: Faults;
  readonly store: RepositoryStore;
  readonly board: JobBoard;
  readonly guard: OrphanGuard;
}

const mebibyte = 1024 * 1024;
const FaultSettings = v.record(v.string(), v.union([v.boolean(), v.number()]));

/** @throws Error where the interpreter is not there */
export function makeParts(options: EmulatorOptions): EmulatorParts {
  const python = findInterpreter(options.python ?? 'python3');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tf-hub-'));
  const faults = new Faults(seededRandom(options.seed ?? 0));
  for (const [name, value] of Object.entries(options.faults ?? {})) setFault(faults, name, value);
  const store = new RepositoryStore(new ObjectStore(path.join(directory, 'objects')));
  const programs = path.join(directory, 'bin');
  writePrograms(programs, python);
  const guard = startOrphanGuard(directory);
  const board = new JobBoard({
    store,
    directory: path.join(directory, 'jobs'),
    programs,
    python,
    schedulingMs: options.schedulingMs ?? 100,
    graceMs: options.graceMs ?? 10_000,
    stageLagMs: () => faults.amount('stage-lag', 1300) ?? 0,
    guard,
  });
  const account = makeAccount(options.account);
  const stranger = makeAccount({ name: 'stranger', orgs: [] });
  return { directory, account, stranger, faults, store, board, guard };
}

/** A job's PATH begins with a folder that has a python3 of its own: a name alone would lead back to it for ever. */
function findInterpreter(named: string): string {
  const found = findProgram(named.includes(path.sep) ? path.resolve(named) : named);
  if (found === undefined) throw new Error(`There is no program ${named} to run jobs with.`);
  return found;
}

/** In the order in which they are asked: the page of a repository would take what has two parts. */
export function hubRoutes(parts: EmulatorParts, options: EmulatorOptions): Route[] {
  const { store, board, faults } = parts;
  const pageSize = options.pageSize ?? 1000;
  return [
    route('GET', '/api/whoami-v2', 'read', (call) =>
      json(whoAmI(signedIn(call), faults.isOn('read-only-token') ? 'read' : 'write')),
    ),
    ...jobRoutes({ board, faults, pageSize, keepAliveMs: options.keepAliveMs ?? 30_000 }),
    ...treeRoutes(store, pageSize),
    ...commitRoutes(store),
    ...lfsRoutes(store, {
      multipartBytes: options.multipartBytes ?? 64 * mebibyte,
      partBytes: options.partBytes ?? 16 * mebibyte,
    }),
    ...downloadRoutes(store),
    ...repositoryRoutes(store, pageSize),
  ];
}

/** The switches while it runs: POST `{"name": value}`, GET those that are on. */
export function controlRoutes({ faults }: EmulatorParts): Route[] {
  return [
    route('POST', '/__faults', 'write', (call) => setFaults(faults, call)),
    route('GET', '/__faults', 'read', (call) => {
      signedIn(call);
      return json(faults.settings);
    }),
  ];
}

async function setFaults(faults: Faults, call: Call): Promise<Answer> {
  signedIn(call);
  const settings = await bodyJson(call, FaultSettings);
  for (const [name, value] of Object.entries(settings)) setFault(faults, name, value);
  return json(faults.settings);
}

/** @throws HubError 400 for a name or value that is none */
function setFault(faults: Faults, name: string, value: FaultValue): void {
  if (!isFaultName(name)) throw new HubError(400, `There is no fault ${name}.`);
  if (typeof value === 'number' && !(value >= 0)) throw new HubError(400, `${name} needs a number from 0.`);
  faults.set(name, value);
}
