// Runs the benchmarks of test/bench one after another and prints one table of what they measured, each thing beside a reference
// of the same run. The goals are the design's; nothing is judged, for machines are noisy.
//   npm run bench -- NAME…   only those with these names
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readRows, table } from '../test/bench/kit/report.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'test/bench');

/** Names of the benchmarks: `activation` for activation.mjs. A benchmark is a script that prints what it measured. */
async function benchmarks(): Promise<Map<string, string>> {
  const files = (await fs.readdir(folder)).filter((file) => /\.(?:mjs|ts)$/.test(file)).toSorted();
  return new Map(files.map((file) => [path.parse(file).name, path.join(folder, file)]));
}

function run(name: string, file: string, rows: string): boolean {
  const start = performance.now();
  const env = { ...process.env, TUNING_FORK_BENCH_ROWS: rows };
  const result = spawnSync(process.execPath, [file], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result.status === 0;
}

/** Names of the benchmarks that failed. */
async function runAll(chosen: readonly (readonly [string, string])[]): Promise<string[]> {
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bench-'));
  const rows = path.join(scratch, 'rows.jsonl');
  try {
    const failed = chosen.filter(([name, file]) => !run(name, file, rows)).map(([name]) => name);
    console.log(`\n${table(await readRows(rows))}\n`);
    return failed;
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

function machine(): string {
  const [first] = os.cpus();
  const load = os.loadavg()[0]?.toFixed(1) ?? '?';
  return `${os.cpus().length} × ${first?.model ?? 'CPU'}, Node.js ${process.version}, load ${load}`;
}

const all = await benchmarks();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !all.has(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${[...all.keys()].join(', ')}.`);
  process.exitCode = 2;
} else {
  const chosen = [...all].filter(([name]) => names.length === 0 || names.includes(name));
  console.log(machine());
  const failed = await runAll(chosen);
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
