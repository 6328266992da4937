import fs from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from '@playwright/test';
import type { Workbench } from '../kit/workbench.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The Python that the tests train with.
 * @throws where none is named
 */
export function trainingPython(): string {
  const python = process.env['TUNING_FORK_TEST_PYTHON'];
  if (python === undefined)
    throw new Error('TUNING_FORK_TEST_PYTHON names no Python with TRL: start by `npm test`.');
  return python;
}

/** The environment of a window that trains with the Python of the tests. */
export function environmentForTraining(): Readonly<Record<string, string>> {
  return { TUNING_FORK_PYTHON: trainingPython() };
}

/** Puts the sample model, which `npm test` prepares once, where the sample's recipe looks for it. */
export async function linkSampleModel(folder: string): Promise<void> {
  const link = path.join(folder, 'model');
  await fs.rm(link, { force: true });
  await fs.symlink(await fs.realpath(path.join(root, 'out/sample-model')), link);
}

/** Opens the sample's recipe, its plan, and starts the run by the plan's button. */
export async function trainHere(workbench: Workbench): Promise<void> {
  await workbench.openFile('recipe.sft.yaml');
  await workbench.runCommand('Tuning Fork: Train Here');
  const plan = await workbench.webviewFrame('.plan');
  await plan.getByRole('button', { name: 'Train Here' }).click();
}

/** The page of a run, and in it the chart, which appears with the first point. */
export async function runPage(
  workbench: Workbench,
): Promise<{ readonly page: Frame; readonly chart: Locator }> {
  const page = await workbench.webviewFrame('.run');
  return { page, chart: page.locator('#loss-chart') };
}
