// Runs the benchmarks of test/bench one after another.
//   npm run bench -- NAME…   only those with these names
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'test/bench');

/** Names of the benchmarks: `activation` for activation.mjs. A benchmark is a script that prints what it measured. */
async function benchmarks(): Promise<Map<string, string>> {
  const files = (await fs.readdir(folder)).filter((file) => /\.(?:mjs|ts)$/.test(file)).toSorted();
  return new Map(files.map((file) => [path.parse(file).name, path.join(folder, file)]));
}

function run(name: string, file: string): boolean {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const result = spawnSync(process.execPath, [file], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`── ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result.status === 0;
}

const all = await benchmarks();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !all.has(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${[...all.keys()].join(', ')}.`);
  process.exitCode = 2;
} else {
  const chosen = [...all].filter(([name]) => names.length === 0 || names.includes(name));
  const failed = chosen.filter(([name, file]) => !run(name, file)).map(([name]) => name);
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
