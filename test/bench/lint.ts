// Linting with the default set against a bare loop of stream and JSON.parse over the same file: CPU seconds of one thread.
//   TUNING_FORK_BENCH_GIGABYTE=1 also lints a file of 1 GB by the command (`npm run build` makes it), with the slow rules too, and says
//   how much memory that took
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { lintFile } from '../../src/node/dataset/lint-file.ts';
import { lintWithThreads } from '../../src/node/dataset/segments/lint-with-threads.ts';
import { bundleWorker } from '../kit/worker-bundle.ts';
import { bareLoop } from './kit/bare-loop.ts';
import { writeConversations, writeFaultyRows } from './kit/generated-rows.ts';
import { cpuSeconds, interleave, median } from './kit/interleave.ts';
import { report, skipped, type BenchRow } from './kit/report.ts';
import { sharedDataset } from './kit/shared-corpora.ts';

const ROUNDS = 5;
const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bench-'));

async function measure(name: string, file: string): Promise<BenchRow> {
  const { size } = await fs.stat(file);
  // A small file is gone over several times, to be more than the clock's grain.
  const repeat = Math.max(1, Math.round(30e6 / size));
  const { ours, reference } = await interleave(ROUNDS, {
    ours: () => cpuSeconds(() => times(repeat, () => lintFile(file, { path: file }))),
    reference: () => cpuSeconds(() => times(repeat, () => bareLoop(file))),
  });
  const speed = (seconds: number): string => `${((size * repeat) / seconds / 1e6).toFixed(0)} MB/s`;
  return {
    what: `lint, ${name} (${(size / 1e6).toFixed(0)} MB)`,
    ours: speed(median(ours)),
    reference: speed(median(reference)),
    ratio: `${((100 * median(reference)) / median(ours)).toFixed(0)} %`,
    goal: '≥ 40 %',
  };
}

/** Seconds by the clock, for what several threads do. */
async function twoThreads(name: string, file: string): Promise<BenchRow> {
  const worker = await bundleWorker('segment-worker');
  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
  };
  const { ours, reference } = await interleave(ROUNDS, {
    ours: () => seconds(() => lintWithThreads(file, { path: file }, { count: 2, worker })),
    reference: () => seconds(() => lintFile(file, { path: file })),
  });
  const { size } = await fs.stat(file);
  const speed = (all: number[]): string => `${(size / median(all) / 1e6).toFixed(0)} MB/s`;
  return {
    what: `lint, ${name}, two threads beside one (${(size / 1e6).toFixed(0)} MB)`,
    ours: speed(ours),
    reference: speed(reference),
    ratio: `${(median(reference) / median(ours)).toFixed(2)} ×`,
    goal: '≥ 1.5 ×',
  };
}

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 1) await work();
}

/** By the command itself: speed and memory are those of its process. */
async function atOneGigabyte(
  file: string,
  name: string,
  args: readonly string[],
  goal: string,
): Promise<BenchRow> {
  const told = path.join(scratch, 'resources.json');
  const code = `import fs from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  fs.writeFileSync(${JSON.stringify(told)}, JSON.stringify({ maxRSS, microseconds: userCPUTime + systemCPUTime }));
});`;
  const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
  const hook = `data:text/javascript,${encodeURIComponent(code)}`;
  spawnSync(process.execPath, ['--import', hook, cli, 'lint', file, ...args], { stdio: 'ignore' });
  const { maxRSS, microseconds } = JSON.parse(await fs.readFile(told, 'utf8')) as Record<string, number>;
  const { size } = await fs.stat(file);
  const bare = await cpuSeconds(() => bareLoop(file));
  const ours = (microseconds ?? 0) / 1e6;
  return {
    what: `lint ${name} of 1 GB: speed, memory`,
    ours: `${(size / ours / 1e6).toFixed(0)} MB/s, ${(((maxRSS ?? 0) * 1024) / 1e6).toFixed(0)} MB`,
    reference: `${(size / bare / 1e6).toFixed(0)} MB/s`,
    ratio: `${((100 * bare) / ours).toFixed(0)} %`,
    goal,
  };
}

async function shared(name: string, file: string): Promise<BenchRow> {
  const found = sharedDataset(file);
  return found === null ? skipped(`lint, ${name}`, '../shared/corpora is not there') : measure(name, found);
}

try {
  const short = path.join(scratch, 'short.jsonl');
  await writeConversations(short, 200e6);
  const faulty = path.join(scratch, 'faulty.jsonl');
  await writeFaultyRows(faulty, 300_000);
  const rows = [
    await measure('short conversations', short),
    await shared('t0-wiki-mix', 'self-instruct.t0-wiki-mix.jsonl'),
    await shared('tau-bench', 'tau-bench.gpt-4o-airline.messages.jsonl'),
    await measure('four findings a row', faulty),
    await twoThreads('short conversations', short),
    await twoThreads('four findings a row', faulty),
  ];
  if (process.env['TUNING_FORK_BENCH_GIGABYTE'] === '1') {
    const gigabyte = path.join(scratch, 'gigabyte.jsonl');
    await writeConversations(gigabyte, 1e9);
    rows.push(await atOneGigabyte(gigabyte, '', [], '≥ 40 %, ≤ 400 MB'));
    rows.push(await atOneGigabyte(gigabyte, '--deep', ['--deep'], '≥ 8 %, ≤ 800 MB'));
  }
  report(rows);
} finally {
  await fs.rm(scratch, { recursive: true, force: true });
}
