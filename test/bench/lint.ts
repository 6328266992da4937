// Linting with the default set against a bare loop of stream and JSON.parse over the same file: CPU seconds of one thread.
//   TUNING_FORK_BENCH_GIGABYTE=1 also lints a file of 1 GB and prints the most memory that it took
import { execFileSync } from 'node:child_process';
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
  const worker = await bundleWorker();
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

/** In a process of its own, so that the memory is that of the lint alone. */
async function memoryAtOneGigabyte(): Promise<BenchRow> {
  const file = path.join(scratch, 'gigabyte.jsonl');
  await writeConversations(file, 1e9);
  const module = path.resolve(import.meta.dirname, '../../src/node/dataset/lint-file.ts');
  const code = `const { lintFile } = await import(${JSON.stringify(module)});
await lintFile(${JSON.stringify(file)}, { path: 'rows.jsonl' });
console.log(process.resourceUsage().maxRSS);`;
  const options = { encoding: 'utf8' as const };
  const kibibytes = Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], options));
  return {
    what: 'lint, most memory at 1 GB',
    ours: `${((kibibytes * 1024) / 1e6).toFixed(0)} MB`,
    reference: '',
    ratio: '',
    goal: '≤ 400 MB',
  };
}

async function shared(name: string, file: string): Promise<BenchRow> {
  const found = sharedDataset(file);
  return found === null ? skipped(`lint, ${name}`, '../shared/corpora is not there') : measure(name, found);
}

try {
  const short = path.join(scratch, 'short.jsonl');
  await writeConversations(short, 100e6);
  const long = path.join(scratch, 'long.jsonl');
  await writeConversations(long, 200e6);
  const faulty = path.join(scratch, 'faulty.jsonl');
  await writeFaultyRows(faulty, 300_000);
  const rows = [
    await measure('short conversations', short),
    await shared('t0-wiki-mix', 'self-instruct.t0-wiki-mix.jsonl'),
    await shared('tau-bench', 'tau-bench.gpt-4o-airline.messages.jsonl'),
    await measure('four findings a row', faulty),
    await twoThreads('short conversations', long),
    await twoThreads('four findings a row', faulty),
  ];
  if (process.env['TUNING_FORK_BENCH_GIGABYTE'] === '1') rows.push(await memoryAtOneGigabyte());
  report(rows);
} finally {
  await fs.rm(scratch, { recursive: true, force: true });
}
