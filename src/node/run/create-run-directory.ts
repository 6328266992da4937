import fs from 'node:fs/promises';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import { hubTokenLine } from '../../core/run/redact-secrets.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import { runFiles, writeRunRecord } from './run-directory.ts';

export interface RunDirectoryParts {
  /** The run's directory, which is not there yet. */
  readonly directory: string;
  /** As the recipe was given, for sentences about it. */
  readonly recipe: string;
  readonly recipeText: string;
  /** Folder that holds the Python package `tuning_fork`. */
  readonly pythonFolder: string;
  readonly record: RunRecord;
  /** Absent where no template is known. */
  readonly templateText?: string | null;
}

const leftOut = new Set(['__pycache__', 'tests', '.pytest_cache', '.ruff_cache']);

/**
 * Makes a run's directory with recipe, runner and record. It is built under another name and renamed when it is whole, so that
 * no reader ever takes a part of one for a run.
 * @throws {HumanError} if the recipe holds a Hub token: the system's error if something cannot be read or written
 */
export async function createRunDirectory(parts: RunDirectoryParts): Promise<void> {
  const line = hubTokenLine(parts.recipeText);
  if (line !== null) throw new HumanError('run.launch.token', { line, recipe: parts.recipe });
  const building = path.join(path.dirname(parts.directory), `.new-${path.basename(parts.directory)}`);
  await fs.mkdir(building, { mode: 0o700 });
  try {
    await fs.writeFile(path.join(building, runFiles.recipe), parts.recipeText, { mode: 0o600 });
    if (typeof parts.templateText === 'string')
      await fs.writeFile(path.join(building, runFiles.template), parts.templateText, { mode: 0o600 });
    await copyRunner(parts.pythonFolder, path.join(building, runFiles.runner));
    await writeRunRecord(building, parts.record);
    await fs.rename(building, parts.directory);
  } catch (error) {
    await fs.rm(building, { recursive: true, force: true });
    throw error;
  }
}

async function copyRunner(pythonFolder: string, target: string): Promise<void> {
  await fs.cp(path.join(pythonFolder, 'tuning_fork'), path.join(target, 'tuning_fork'), {
    recursive: true,
    filter: (source) => !leftOut.has(path.basename(source)),
  });
}
