import fs from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** The environment of a window that trains with the Python of the tests. */
export function environmentForTraining(): Readonly<Record<string, string>> {
  const python = process.env['TUNING_FORK_TEST_PYTHON'];
  if (python === undefined)
    throw new Error('TUNING_FORK_TEST_PYTHON names no Python with TRL: start by `npm test`.');
  return { TUNING_FORK_PYTHON: python };
}

/** Puts the sample model, which `npm test` prepares once, where the sample's recipe looks for it. */
export async function linkSampleModel(folder: string): Promise<void> {
  const link = path.join(folder, 'model');
  await fs.rm(link, { force: true });
  await fs.symlink(await fs.realpath(path.join(root, 'out/sample-model')), link);
}
