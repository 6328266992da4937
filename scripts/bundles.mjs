// What is bundled from what: data for build.mjs.

/** Shared by everything that runs on Node: VS Code's extension host (Node 22 or newer) and the command line. */
const node = { platform: 'node', target: 'node22' };
const commonJs = { ...node, format: 'cjs', outExtension: { '.js': '.cjs' }, external: ['vscode'] };

/** Packages written as CommonJS call `require`, which an ES module does not have. */
const requireForEsm = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

export const bundles = [
  {
    entries: { extension: 'src/extension.ts' },
    outdir: 'dist',
    options: commonJs,
    /** Cut where the sources say `import()`: what is behind it is no part of the start, nor of its budget. */
    split: true,
    budgets: { 'extension.cjs': 400_000 },
  },
  { entries: { worker: 'src/node/worker/worker.ts' }, outdir: 'dist', options: commonJs },
  { entries: { 'segment-worker': 'src/node/worker/segment-worker.ts' }, outdir: 'dist', options: commonJs },
  {
    entries: { 'cli-main': 'src/cli/main.ts' },
    outdir: 'dist',
    options: { ...node, format: 'esm', banner: requireForEsm },
  },
  webview('preview'),
  webview('runs'),
  webview('compare'),
  webview('conversations'),
  webview('report'),
];

/** The suites stay apart from their packages: Mocha must be the one that runs them. */
export const suiteBundle = {
  outdir: 'out/test/suite',
  options: { ...commonJs, packages: 'external' },
};

function webview(name) {
  return {
    entries: { [name]: `src/webview/${name}/main.tsx` },
    outdir: 'dist/webview',
    options: {
      platform: 'browser',
      target: 'chrome130',
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.ttf': 'file' },
      assetNames: '[name]',
    },
  };
}
