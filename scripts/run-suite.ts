import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readReport, type Counts } from './suite-report.ts';
import type { Suite } from './suites.ts';

const root = path.resolve(import.meta.dirname, '..');

export interface SuiteResult extends Counts {
  readonly name: string;
  readonly seconds: number;
  readonly overBudget: boolean;
}

/** Runs a suite with its output on this terminal and without input, and counts its tests. */
export async function runSuite(suite: Suite, env: NodeJS.ProcessEnv): Promise<SuiteResult> {
  console.log(`\n── ${suite.name}`);
  const report = suite.report === undefined ? undefined : path.join(root, suite.report.file);
  if (report !== undefined) await fs.rm(report, { force: true });
  const start = performance.now();
  const code = await exitCode(suite, env);
  const seconds = (performance.now() - start) / 1000;
  const counts = await count(suite, report, code);
  console.log(`── ${suite.name}: ${sentence(counts)} in ${seconds.toFixed(1)} s`);
  return { name: suite.name, seconds, overBudget: seconds > suite.budgetSeconds, ...counts };
}

/** `3 passed, 0 failed`, and what was skipped if anything was. */
export function sentence(counts: Counts): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

/** A report that is missing, empty, or better than the exit code says is one failure more: something did not run. */
async function count(suite: Suite, file: string | undefined, code: number): Promise<Counts> {
  if (suite.report === undefined || file === undefined) {
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
  try {
    const counts = await readReport(suite.report.kind, file);
    const ran = counts.passed + counts.failed > 0;
    if (counts.failed > 0 || (code === 0 && ran)) return counts;
    console.error(ran ? `${suite.name} ended with exit code ${code}.` : `${suite.name} ran no test.`);
    return { ...counts, failed: 1 };
  } catch (error) {
    console.error(`${suite.name} left no report that can be read: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** A suite is a group of processes, because npm and its shell pass no signal on to what they run. */
function interruptGroup(leader: ChildProcess): void {
  if (leader.pid === undefined) return;
  try {
    process.kill(-leader.pid, 'SIGINT');
  } catch {
    // The group is gone, which is what was wanted.
  }
}

function exitCode(suite: Suite, env: NodeJS.ProcessEnv): Promise<number> {
  const [program, ...args] = suite.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: path.join(root, suite.cwd ?? '.'),
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const end = (): void => interruptGroup(child);
    process.once('exit', end);
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code) => {
      process.removeListener('exit', end);
      resolve(code ?? 1);
    });
  });
}
