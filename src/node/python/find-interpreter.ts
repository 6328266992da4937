import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import { runProgram } from '../process/run-program.ts';
import { missingPackages, runsTrl, type Interpreter } from './interpreter.ts';
import { probeInterpreter, type Candidate } from './probe-interpreter.ts';

/** Where an interpreter may be looked for. */
export interface InterpreterSearch {
  /** Named outright (`--python`, TUNING_FORK_PYTHON, the setting): the only one that is then asked. */
  readonly named?: Candidate;
  /** What other extensions have chosen, best first. */
  readonly suggested?: readonly Candidate[];
  /** Folder whose own environments may be run, upwards to the root; null where its files are not to be executed. */
  readonly folder: string | null;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The interpreter for training: the one that is named, else the first candidate that has all packages of a run, else the first
 * that is new enough, else the first that runs at all.
 * @throws {HumanError} if the named one cannot be used, or if there is none.
 */
export async function findInterpreter(search: InterpreterSearch): Promise<Interpreter> {
  if (search.named !== undefined) return probeInterpreter(search.named, search.env);
  const running: Interpreter[] = [];
  for await (const candidate of candidates(search)) {
    const interpreter = await probeInterpreter(candidate, search.env).catch(ignoreHumanError);
    if (interpreter === null) continue;
    if (runsTrl(interpreter) && missingPackages(interpreter).length === 0) return interpreter;
    running.push(interpreter);
  }
  const best = running.find(runsTrl) ?? running[0];
  if (best === undefined) throw new HumanError('python.not-found');
  return best;
}

/** All interpreters that run, each once, in the order in which they would be tried; the named one first. */
export async function listInterpreters(search: InterpreterSearch): Promise<Interpreter[]> {
  const found = new Map<string, Interpreter>();
  const named = search.named === undefined ? [] : [search.named];
  const take = async (candidate: Candidate): Promise<void> => {
    const interpreter = await probeInterpreter(candidate, search.env).catch(ignoreHumanError);
    if (interpreter !== null && !found.has(interpreter.path)) found.set(interpreter.path, interpreter);
  };
  for (const candidate of named) await take(candidate);
  for await (const candidate of candidates(search)) await take(candidate);
  return [...found.values()];
}

/** A candidate that cannot be used is passed over; anything else is a bug. */
function ignoreHumanError(error: unknown): null {
  if (error instanceof HumanError) return null;
  throw error;
}

async function* candidates(search: InterpreterSearch): AsyncGenerator<Candidate> {
  yield* search.suggested ?? [];
  for (const variable of ['VIRTUAL_ENV', 'CONDA_PREFIX']) {
    const prefix = search.env[variable];
    if (!prefix) continue;
    const command = pythonIn(prefix);
    if (command !== null) yield { command, source: { id: 'python.source.environment', args: { variable } } };
  }
  if (search.folder !== null) {
    yield* environmentsAbove(search.folder);
    if (isUvProject(search.folder)) yield* await uvChoice(search);
  }
  for (const command of process.platform === 'win32' ? ['python', 'python3'] : ['python3', 'python']) {
    yield { command, source: { id: 'python.source.path' } };
  }
  if (process.platform === 'win32') {
    yield { command: 'py', args: ['-3'], source: { id: 'python.source.path' } };
  }
}

function* environmentsAbove(start: string): Generator<Candidate> {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    for (const name of ['.venv', 'venv', 'env']) {
      const environment = path.join(folder, name);
      const command = pythonIn(environment);
      if (command !== null) {
        yield { command, source: { id: 'python.source.folder', args: { folder: environment } } };
      }
    }
    if (folder === path.dirname(folder)) return;
  }
}

/** Whether uv manages the folder: only then its choice is asked for. */
function isUvProject(folder: string): boolean {
  return ['uv.lock', 'pyproject.toml'].some((file) => fs.existsSync(path.join(folder, file)));
}

/** The interpreter that uv would take for a folder, if there is a uv and it has one. */
async function uvChoice({ folder, env }: InterpreterSearch): Promise<Candidate[]> {
  const args = ['python', 'find', '--directory', folder ?? '.'];
  const { code, stdout } = await runProgram('uv', args, { env, timeoutMs: 10_000 });
  const command = stdout.trim();
  return code === 0 && command !== '' ? [{ command, source: { id: 'python.source.uv' } }] : [];
}

/** The interpreter of an environment's folder, or null if it has none. */
export function pythonIn(prefix: string): string | null {
  const places = [
    path.join(prefix, 'bin', 'python'),
    path.join(prefix, 'Scripts', 'python.exe'),
    path.join(prefix, 'python.exe'),
  ];
  return places.find((place) => fs.existsSync(place)) ?? null;
}
