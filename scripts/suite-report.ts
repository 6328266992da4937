import fs from 'node:fs/promises';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How a suite's own report is written. */
export type ReportKind = 'vitest' | 'pytest' | 'mocha' | 'playwright';

/**
 * Reads what a suite's report counts.
 * @throws where there is no report or it is not of that kind: both are failures of the suite
 */
export async function readReport(kind: ReportKind, file: string): Promise<Counts> {
  const text = await fs.readFile(file, 'utf8');
  const counts = kind === 'pytest' ? readJUnit(text) : readJson(kind, JSON.parse(text));
  if (Object.values(counts).some((count) => !Number.isInteger(count))) {
    throw new Error(`${file} does not count its tests`);
  }
  return counts;
}

function readJson(kind: Exclude<ReportKind, 'pytest'>, report: Record<string, unknown>): Counts {
  const holder = kind === 'playwright' ? (report['stats'] as Record<string, unknown> | undefined) : report;
  const sum = (...names: string[]): number =>
    names.reduce((total, name) => total + Number(holder?.[name] ?? Number.NaN), 0);
  switch (kind) {
    case 'vitest':
      return {
        passed: sum('numPassedTests'),
        failed: sum('numFailedTests'),
        skipped: sum('numPendingTests', 'numTodoTests'),
      };
    case 'mocha':
      return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
    case 'playwright':
      // A flaky test passed on a retry; there are no retries here, and one that appears is a failure.
      return { passed: sum('expected'), failed: sum('unexpected', 'flaky'), skipped: sum('skipped') };
  }
}

/** Of pytest's file the first `<testsuite …>` is the whole run. */
function readJUnit(xml: string): Counts {
  const suite = /<testsuite\s[^>]*>/.exec(xml)?.[0] ?? '';
  const count = (name: string): number =>
    Number(new RegExp(`\\s${name}="(\\d+)"`).exec(suite)?.[1] ?? Number.NaN);
  const failed = count('failures') + count('errors');
  return { passed: count('tests') - failed - count('skipped'), failed, skipped: count('skipped') };
}
