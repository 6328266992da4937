// Packs what `build.mjs --production` made into dist/tuning-fork.vsix. vsce works in a folder of its own, because
// package.json has `files` for the npm package, which vsce refuses beside .vscodeignore.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';

const root = path.resolve(import.meta.dirname, '..');
const stage = path.join(root, 'out/package');
const vsix = path.join(root, 'dist/tuning-fork.vsix');
const MAXIMUM_BYTES = 3_000_000;

/** What may hold something to ship; .vscodeignore says what of it does. */
const SHIPPED =
  /^(?:dist|l10n|media|python|schemas|syntaxes|\.vscodeignore|package\.nls.*\.json|[A-Z]+(?:\.md)?)$/;

/** What npm and developers need of package.json, and VS Code does not. */
const UNWANTED = new Set([
  'files',
  'bin',
  'scripts',
  'devDependencies',
  'optionalDependencies',
  'allowScripts',
]);

await rm(stage, { recursive: true, force: true });
await mkdir(stage, { recursive: true });
for (const name of (await readdir(root)).filter((entry) => SHIPPED.test(entry))) {
  await cp(path.join(root, name), path.join(stage, name), { recursive: true });
}
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const shippedManifest = Object.fromEntries(Object.entries(manifest).filter(([key]) => !UNWANTED.has(key)));
await writeFile(path.join(stage, 'package.json'), JSON.stringify(shippedManifest, null, 2));
await createVSIX({ cwd: stage, packagePath: vsix, dependencies: false });
await rm(stage, { recursive: true, force: true });

const { size } = await stat(vsix);
if (size > MAXIMUM_BYTES) {
  console.error(
    `The VSIX has ${(size / 1e6).toFixed(2)} MB, over its budget of ${(MAXIMUM_BYTES / 1e6).toFixed(2)} MB.`,
  );
  process.exitCode = 1;
}
