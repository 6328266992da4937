import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Licences that may travel inside the package. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', 'CC-BY-4.0']);

/** Copied beside the bundles instead of into them. */
const copied = ['@vscode/codicons'];

let packages: string[];

beforeAll(async () => {
  const names = new Set(copied);
  for (const bundle of bundles) {
    const result = await build({
      ...bundle.options,
      absWorkingDir: root,
      entryPoints: bundle.entries,
      outdir: 'out/notice',
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    for (const input of Object.keys(result.metafile.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  packages = [...names].toSorted();
});

describe('what the package carries of others', () => {
  test('is named in NOTICE, and nothing else is', () => {
    const notice = fs.readFileSync(path.join(root, 'NOTICE'), 'utf8');
    const named = [...notice.matchAll(/\(((?:@[\w-]+\/)?[\w.-]+)\), ©/g)].map((match) => match[1] ?? '');
    expect(named.toSorted()).toEqual(packages);
  });

  test('has a licence that allows it', () => {
    for (const name of packages) {
      const manifest = JSON.parse(
        fs.readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'),
      );
      expect(allowed, `${name}: ${manifest.license}`).toContain(manifest.license);
    }
  });
});
