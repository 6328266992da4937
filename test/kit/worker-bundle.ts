import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** Bundles a worker from its sources and gives the script's path. */
export async function bundleWorker(name: 'worker' | 'segment-worker' = 'worker'): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-worker-'));
  const script = path.join(folder, `${name}.cjs`);
  await build({
    entryPoints: [path.resolve(import.meta.dirname, `../../src/node/worker/${name}.ts`)],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'error',
  });
  return script;
}
