import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../..');

test('the engine of transformers.js is bundled into the worker alone', async () => {
  const carriers: string[] = [];
  for (const bundle of bundles) {
    const { metafile } = await build({
      ...bundle.options,
      absWorkingDir: root,
      entryPoints: bundle.entries,
      outdir: 'out/worker-alone',
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    if (Object.keys(metafile.inputs).some((input) => input.includes('@huggingface/jinja')))
      carriers.push(...Object.keys(bundle.entries));
  }
  expect(carriers).toEqual(['worker']);
});
