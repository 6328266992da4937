// Checking a file of 200 MB from the terminal, beside other checkers of training data: whole processes, by the clock.
//   python -m pip install parallelogram==0.4.2 soup-cli==0.77.0   in an environment whose programs are on PATH
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findProgram } from '../../scripts/find-program.ts';
import { writeConversations } from './kit/generated-rows.ts';
import { interleave, median } from './kit/interleave.ts';
import { report, skipped, type BenchRow } from './kit/report.ts';

const BYTES = 200e6;
const ROUNDS = 2;
const LOOK_MS = 100;
const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

interface Checked {
  readonly seconds: number;
  /** The most memory that the process had; 0 where the system does not tell. */
  readonly megabytes: number;
}

/** @throws if the program was ended by a signal */
async function check(program: string, options: readonly string[]): Promise<Checked> {
  const start = performance.now();
  const child = spawn(program, options, { stdio: 'ignore' });
  let megabytes = 0;
  const look = setInterval(() => {
    void peakOf(child.pid ?? 0).then((peak) => (megabytes = Math.max(megabytes, peak)));
  }, LOOK_MS);
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearInterval(look);
  if (signal !== null) throw new Error(`${program} was ended by ${signal}`);
  return { seconds: (performance.now() - start) / 1000, megabytes };
}

/** Linux alone tells it while the process lives. */
async function peakOf(pid: number): Promise<number> {
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
}

async function beside(name: string, program: string, options: readonly string[], file: string) {
  const memory = { one: 0, two: 0, peer: 0 };
  const seconds = async (who: keyof typeof memory, command: string, given: readonly string[]) => {
    const checked = await check(command, given);
    memory[who] = Math.max(memory[who], checked.megabytes);
    return checked.seconds;
  };
  const lint = [cli, 'lint', '--format', 'json', file];
  const { one, two, peer } = await interleave(ROUNDS, {
    one: () => seconds('one', process.execPath, lint),
    two: () => seconds('two', process.execPath, [...lint, '--threads', '2']),
    peer: () => seconds('peer', program, options),
  });
  const told = (all: number[], most: number): string =>
    `${(BYTES / median(all) / 1e6).toFixed(0)} MB/s, ${most.toFixed(0)} MB`;
  const row = (threads: string, ours: number[], most: number, goal: string): BenchRow => ({
    what: `lint beside ${name}, ${threads}`,
    ours: told(ours, most),
    reference: told(peer, memory.peer),
    ratio: `${(median(peer) / median(ours)).toFixed(1)} ×`,
    goal,
  });
  return [row('one thread', one, memory.one, '≥ 7 ×'), row('two threads', two, memory.two, '≥ 10 ×')];
}

const peers = [
  { name: 'parallelogram 0.4.2', program: 'parallelogram', options: ['check', '--json'] },
  { name: 'soup-cli 0.77.0', program: 'soup', options: ['data', 'validate'] },
];

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bench-peers-'));
try {
  const file = path.join(folder, 'rows.jsonl');
  await writeConversations(file, BYTES);
  const rows: BenchRow[] = [];
  for (const { name, program, options } of peers) {
    const found = findProgram(program);
    if (found === undefined) rows.push(skipped(`lint beside ${name}`, `${program} is not on PATH`));
    else rows.push(...(await beside(name, found, [...options, file], file)));
  }
  report(rows);
} finally {
  await fs.rm(folder, { recursive: true, force: true });
}
