// Bundles the extension, its worker, the command line and the webviews into dist/.
//   --production  minified, without source maps; a bundle over its budget fails the build
//   --tests       also the suites that run in the extension host, into out/test/suite
import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { bundles, suiteBundle } from './bundles.mjs';
import { buildSplit, loadedAtOnce } from './split-bundle.mjs';

const root = path.resolve(import.meta.dirname, '..');
const production = process.argv.includes('--production');

/** Builds one bundle and returns its files with their sizes in bytes; of a split one, what is read at once counts as the entry's. */
async function buildBundle(bundle) {
  const options = {
    ...bundle.options,
    absWorkingDir: root,
    entryPoints: bundle.entries,
    outdir: bundle.outdir,
    bundle: true,
    metafile: true,
    minify: production,
    // Korean as it is: escaped, each character would take twice its bytes.
    charset: 'utf8',
    sourcemap: production ? false : 'linked',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development') },
  };
  const { outputs } = bundle.split ? await buildSplit(options) : (await build(options)).metafile;
  const atOnce = bundle.split ? loadedAtOnce(outputs) : new Map();
  return Object.entries(outputs)
    .filter(([file]) => !file.endsWith('.map'))
    .map(([file, output]) => ({
      file,
      bytes: atOnce.get(file) ?? output.bytes,
      budget: bundle.budgets?.[path.basename(file)],
    }));
}

async function copyStaticFiles() {
  const webview = path.join(root, 'dist/webview');
  await mkdir(webview, { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf']) {
    await copyFile(path.join(root, 'node_modules/@vscode/codicons/dist', file), path.join(webview, file));
  }
  const launcher = path.join(root, 'dist/cli.js');
  await copyFile(path.join(root, 'scripts/cli-launcher.js'), launcher);
  await chmod(launcher, 0o755);
}

/** The suites as esbuild entries: `{ activation.test: test/host/suite/activation.test.ts }`. */
async function suiteEntries() {
  const folder = 'test/host/suite';
  const names = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.test.ts'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -'.ts'.length), `${folder}/${name}`]));
}

function printSizes(files) {
  for (const { file, bytes, budget } of files) {
    const limit = budget === undefined || !production ? '' : ` of ${kilobytes(budget)}`;
    console.log(`${file.padEnd(44)} ${kilobytes(bytes).padStart(9)}${limit}`);
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** The budget speaks of what is shipped: minified files alone are held to it. */
function overBudget(files) {
  return production ? files.filter(({ bytes, budget }) => budget !== undefined && bytes > budget) : [];
}

async function buildAll() {
  await rm(path.join(root, 'dist/webview'), { recursive: true, force: true });
  const built = (await Promise.all(bundles.map((bundle) => buildBundle(bundle)))).flat();
  await copyStaticFiles();
  if (process.argv.includes('--tests')) {
    await rm(path.join(root, suiteBundle.outdir), { recursive: true, force: true });
    await buildBundle({ ...suiteBundle, entries: await suiteEntries() });
  }
  printSizes(built);
  const tooLarge = overBudget(built);
  for (const { file, bytes, budget } of tooLarge) {
    console.error(`${file} has ${kilobytes(bytes)}, over its budget of ${kilobytes(budget)}.`);
  }
  return tooLarge.length === 0;
}

try {
  process.exitCode = (await buildAll()) ? 0 : 1;
} catch (error) {
  // What esbuild has to say about the sources it has printed already, each with its place.
  if (error.errors === undefined) throw error;
  process.exitCode = 1;
}
