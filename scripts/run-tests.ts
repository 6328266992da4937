// All suites, each with its seconds, and one line at the end: `N passed, N failed`.
//   npm test -- NAME…   only the suites with these names
import path from 'node:path';
import process from 'node:process';
import { ensureChromium, ensureKoreanFont } from './chromium.ts';
import { exitOnSignals } from './exit-on-signals.ts';
import { ensurePython } from './python-environment.ts';
import { runSuite, sentence, type SuiteResult } from './run-suite.ts';
import { ensureSampleModel } from './sample-model.ts';
import type { Counts } from './suite-report.ts';
import { suites, type Need, type Suite } from './suites.ts';
import { ensureHost } from './vscode-host.ts';

const root = path.resolve(import.meta.dirname, '..');
const sampleModel = path.join(root, 'out/sample-model');
let preparationsFailed = 0;

/** What cannot be installed counts as a failure; the suites that do without it still run. */
async function prepare<T>(install: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await install();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    preparationsFailed += 1;
    return undefined;
  }
}

function sum(results: readonly SuiteResult[]): Counts {
  const add = (key: keyof Counts): number => results.reduce((total, result) => total + result[key], 0);
  return { passed: add('passed'), failed: add('failed') + preparationsFailed, skipped: add('skipped') };
}

function printTable(results: readonly SuiteResult[]): void {
  console.log('');
  for (const result of results) {
    console.log(`${result.name.padEnd(14)} ${result.seconds.toFixed(1).padStart(7)} s   ${sentence(result)}`);
  }
  const slow = results.filter((result) => result.overBudget).map((result) => result.name);
  if (slow.length > 0) console.log(`Over the budget of time: ${slow.join(', ')}.`);
}

function needed(need: Need): boolean {
  return wanted(undefined).some((suite) => suite.needs?.includes(need) === true);
}

/** The suites that were named on the command line, or all. */
function wanted(python: string | undefined): Suite[] {
  const names = process.argv.slice(2);
  const all = suites(python);
  const unknown = names.filter((name) => all.every((suite) => suite.name !== name));
  if (unknown.length > 0) {
    console.error(
      `There is no suite ${unknown.join(', ')}; there are ${all.map((suite) => suite.name).join(', ')}.`,
    );
    process.exit(2);
  }
  return all.filter((suite) => names.length === 0 || names.includes(suite.name));
}

async function preparePython(): Promise<string | undefined> {
  const python = await prepare(ensurePython);
  if (python !== undefined) await prepare(() => ensureSampleModel(python, sampleModel));
  return python;
}

exitOnSignals();
if (needed('host')) await prepare(ensureHost);
if (needed('browser')) {
  await prepare(ensureChromium);
  ensureKoreanFont();
}
const python = needed('python') ? await preparePython() : undefined;
const env = {
  ...process.env,
  ...(python === undefined ? {} : { TUNING_FORK_TEST_PYTHON: python, TUNING_FORK_TEST_MODEL: sampleModel }),
};
const results: SuiteResult[] = [];
for (const suite of wanted(python)) results.push(await runSuite(suite, env));
printTable(results);
const total = sum(results);
console.log(sentence(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
