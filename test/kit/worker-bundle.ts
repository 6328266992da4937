import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** Bundles the worker from its sources and gives the script's path. */
export async function bundleWorker(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-worker-'));
  const script = path.join(folder, 'worker.cjs');
  await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../src/node/worker/worker.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'error',
  });
  return script;
}
