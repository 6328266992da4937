import fs from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './find-files.ts';
import type { SizedInput } from './job-inputs.ts';

/** The files of the Python runner as a job's folder has them: `job.py` at its root, the package below `runner/`. */
export async function runnerFiles(pythonFolder: string): Promise<SizedInput[]> {
  const folder = path.join(pythonFolder, 'tuning_fork');
  const names = (await listFiles(folder)).filter((name) => name.endsWith('.py'));
  const files = names.map((name) => ({
    file: path.join(folder, name),
    path: `runner/tuning_fork/${name}`,
  }));
  const entry = { file: path.join(folder, 'job.py'), path: 'job.py' };
  return Promise.all(
    [entry, ...files].map(async (each) => ({ ...each, bytes: (await fs.stat(each.file)).size })),
  );
}
