import fs from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { pythonEnvironment } from './python-environment.ts';

/**
 * Makes a folder the sample model, a real SmolLM2-135M. Takes half a minute the first time and nothing afterwards.
 * @throws with the Python package's own sentence where it cannot
 */
export async function ensureSampleModel(python: string, folder: string): Promise<void> {
  await fs.mkdir(path.dirname(folder), { recursive: true });
  const start = performance.now();
  const result = await execa(python, ['-m', 'tuning_fork', 'sample-model', '--out', folder], {
    env: pythonEnvironment(),
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
  if (result.failed)
    throw new Error(`The sample model was not made: ${result.stderr || result.shortMessage}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  if (seconds > 2) console.error(`The sample model is made, in ${seconds} s.`);
}
