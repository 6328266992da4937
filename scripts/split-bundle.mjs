// Cuts a CommonJS bundle where its sources say `import()`, so that what is behind it is read when it is first needed.
// esbuild splits ES modules alone, and VS Code's `main` is CommonJS: the split modules are turned into CommonJS afterwards.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, transform } from 'esbuild';

/**
 * Builds one entry; its parts go to `parts/` beside it.
 * @param options of esbuild's build
 * @returns the metafile, with the sizes that the files have as ES modules
 */
export async function buildSplit(options) {
  const sourcemap = options.sourcemap === false ? false : 'inline';
  const { metafile, outputFiles } = await build({
    ...options,
    sourcemap,
    format: 'esm',
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    write: false,
  });
  // The names of parts change with their content.
  await rm(path.resolve(options.absWorkingDir, options.outdir, 'parts'), { recursive: true, force: true });
  for (const file of outputFiles) {
    const { code } = await transform(withPlainRequires(file.text), { ...toCommonJs(options), sourcemap });
    await mkdir(path.dirname(file.path), { recursive: true });
    await writeFile(file.path, code);
  }
  return metafile;
}

/**
 * Takes what `require` gives as it is. Otherwise esbuild copies every property of a module once for each file that imports it as a
 * whole, as if it might be an ES module: for `vscode` that was a third of the time to load the extension.
 */
function withPlainRequires(text) {
  return text.replaceAll(
    /\bimport\s*(?:\*\s*as\s+)?([\w$]+)\s*from\s*("(?:vscode|node:[\w/]+)");?/g,
    'const $1 = require($2);',
  );
}

/** `import()` becomes `require` too, so that a part is found in the way that VS Code finds the bundle itself. */
function toCommonJs({ target, minify, charset }) {
  return { format: 'cjs', platform: 'node', target, minify, charset, supported: { 'dynamic-import': false } };
}

/** Bytes that an entry reads at once: its own and those of the parts that it imports statically. */
export function loadedAtOnce(outputs) {
  const entries = Object.entries(outputs).filter(([file, { entryPoint }]) => entryPoint && !isPart(file));
  return new Map(entries.map(([file]) => [file, sum(outputs, reachable(outputs, file, new Set()))]));
}

function isPart(file) {
  return path.basename(path.dirname(file)) === 'parts';
}

function reachable(outputs, file, seen) {
  if (seen.has(file) || outputs[file] === undefined) return seen;
  seen.add(file);
  for (const { path: imported, kind } of outputs[file].imports) {
    if (kind === 'import-statement') reachable(outputs, imported, seen);
  }
  return seen;
}

function sum(outputs, files) {
  return [...files].reduce((bytes, file) => bytes + outputs[file].bytes, 0);
}
