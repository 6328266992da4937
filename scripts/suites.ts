import type { ReportKind } from './suite-report.ts';

/** What must be installed before a suite can run. */
export type Need = 'python' | 'host' | 'browser';

/** One step of `npm test`: a command that writes a report, or one whose exit code is the one result. */
export interface Suite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly needs?: readonly Need[];
  readonly report?: { readonly kind: ReportKind; readonly file: string };
  /** On two cores with everything installed. A suite over its budget is named, and fails nothing. */
  readonly budgetSeconds: number;
}

/** Everything that `npm test` runs, in order: quick answers first. */
export function suites(python: string | undefined): Suite[] {
  return [...checks, ...pythonSuites(python), ...inVsCode];
}

const checks: readonly Suite[] = [
  { name: 'types', command: ['npm', 'run', '-s', 'typecheck'], budgetSeconds: 20 },
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'], budgetSeconds: 15 },
  { name: 'format', command: ['npm', 'run', '-s', 'format:check'], budgetSeconds: 5 },
  { name: 'build', command: ['npm', 'run', '-s', 'build'], budgetSeconds: 10 },
  {
    name: 'unit',
    command: ['vitest', 'run'],
    needs: ['python'],
    report: { kind: 'vitest', file: 'out/unit.json' },
    budgetSeconds: 500,
  },
];

function pythonSuites(python: string | undefined): Suite[] {
  const interpreter = python ?? 'python3';
  return [
    {
      name: 'python lint',
      command: [interpreter, '-m', 'ruff', 'check', 'python'],
      needs: ['python'],
      budgetSeconds: 5,
    },
    {
      name: 'python format',
      command: [interpreter, '-m', 'ruff', 'format', '--check', 'python'],
      needs: ['python'],
      budgetSeconds: 5,
    },
    {
      name: 'python',
      command: [interpreter, '-m', 'pytest', '-q', '--junitxml=../out/python.xml'],
      needs: ['python'],
      cwd: 'python',
      report: { kind: 'pytest', file: 'out/python.xml' },
      budgetSeconds: 300,
    },
  ];
}

const inVsCode: readonly Suite[] = [
  {
    name: 'host',
    command: ['npm', 'run', '-s', 'test:host'],
    needs: ['python', 'host', 'browser'],
    report: { kind: 'mocha', file: 'out/host-report.json' },
    budgetSeconds: 90,
  },
  {
    name: 'end to end',
    command: ['npm', 'run', '-s', 'test:e2e'],
    needs: ['python', 'host', 'browser'],
    report: { kind: 'playwright', file: 'out/e2e.json' },
    budgetSeconds: 720,
  },
];
