import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorker } from '../worker-bundle.ts';
import { CheckingProcess } from './checking-process.ts';
import { compareWithReference, referenceMissing, type ReferenceAnswer } from './lint-reference.ts';
import { mutantOf, type Mutant } from './mutant.ts';
import type { ReportedFile } from './report-claims.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly from?: number;
  readonly count: number;
  /** A folder for the files; those that show a problem stay there. */
  readonly folder: string;
  readonly threads: readonly number[];
  readonly onProblem?: (problem: FuzzProblem) => void;
}

export interface FuzzProblem {
  readonly mutant: string;
  readonly file: string;
  readonly problems: readonly string[];
}

export interface FuzzTotals {
  readonly files: number;
  readonly rows: number;
  readonly findings: number;
  /** Held against the reference linter. */
  readonly compared: number;
  readonly peakBytes: number;
  readonly problems: readonly FuzzProblem[];
}

const WATCHDOG_MS = 120_000;
/** One file of so many is shared among threads: they take longer to begin than to lint it. */
const THREADED = 10;
/** Files that the reference reads in one process. */
const BATCH = 50;

/** Makes mutants and holds the linter to its claims on each. */
export async function fuzzDatasets(options: FuzzOptions): Promise<FuzzTotals> {
  const run = new FuzzRun(options, await bundleWorker('segment-worker'));
  try {
    return await run.all();
  } finally {
    run.close();
  }
}

interface Waiting {
  readonly mutant: Mutant;
  readonly file: string;
  readonly report: ReportedFile;
}

class FuzzRun {
  readonly #options: FuzzOptions;
  readonly #worker: string;
  readonly #process = new CheckingProcess();
  readonly #canCompare = referenceMissing() === null;
  readonly #problems: FuzzProblem[] = [];
  #waiting: Waiting[] = [];
  #rows = 0;
  #findings = 0;
  #compared = 0;
  #peakBytes = 0;

  constructor(options: FuzzOptions, worker: string) {
    this.#options = options;
    this.#worker = worker;
    mkdirSync(options.folder, { recursive: true });
  }

  async all(): Promise<FuzzTotals> {
    const { count, from = 0 } = this.#options;
    for (let index = from; index < from + count; index++) await this.#one(index);
    this.#compare();
    const sums = { rows: this.#rows, findings: this.#findings, compared: this.#compared };
    return { files: count, ...sums, peakBytes: this.#peakBytes, problems: this.#problems };
  }

  close(): void {
    this.#process.close();
  }

  async #one(index: number): Promise<void> {
    const { seed, folder, threads } = this.#options;
    const mutant = mutantOf(seed, index);
    const file = path.join(folder, `mutant-${index}.${mutant.extension}`);
    writeFileSync(file, mutant.bytes);
    const shared = index % THREADED === 0 ? threads : [];
    const ask = { file, seed: seed + index, threads: shared, worker: this.#worker, claims: 'all' } as const;
    const answer = await this.#process.check(ask, WATCHDOG_MS);
    this.#peakBytes = Math.max(this.#peakBytes, answer.peakBytes);
    if (answer.problems.length > 0) this.#problem(mutant, file, answer.problems);
    else if (answer.report === null || !this.#canCompare || !isJudged(mutant, answer.report)) rmSync(file);
    else this.#waiting.push({ mutant, file, report: { ...answer.report, path: file } });
    this.#rows += answer.report?.rows ?? 0;
    this.#findings += answer.report?.findings.length ?? 0;
    if (this.#waiting.length >= BATCH) this.#compare();
  }

  #compare(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    const report = path.join(this.#options.folder, 'report.json');
    const answers = compareWithReference(
      waiting.map((each) => each.report),
      report,
    );
    rmSync(report);
    for (const [n, { mutant, file }] of waiting.entries()) {
      const answer = answers[n];
      const differences = answer === undefined ? ['no answer'] : differencesOf(answer);
      if (answer?.refused === undefined) this.#compared += 1;
      if (differences.length === 0) rmSync(file);
      else this.#problem(mutant, file, differences);
    }
  }

  #problem(mutant: Mutant, file: string, problems: readonly string[]): void {
    const problem = { mutant: mutant.name, file, problems };
    this.#problems.push(problem);
    this.#options.onProblem?.(problem);
  }
}

/** What the reference counts otherwise by its own word: broken documents, nesting that is not judged, and Parquet. */
function isJudged({ extension, bytes }: Mutant, { findings }: ReportedFile): boolean {
  if (extension === 'parquet') return false;
  if (findings.some(({ row, rule }) => row === 0 && rule === 'json-syntax')) return false;
  const depth = mostBrackets(bytes);
  return depth < 250 || depth > 1010;
}

/** No less than the deepest nesting. */
function mostBrackets(bytes: Buffer): number {
  let most = 0;
  for (const line of bytes.toString('latin1').split('\n')) {
    most = Math.max(most, line.replaceAll(/[^[{]/g, '').length);
  }
  return most;
}

function differencesOf({ refused, rows, first, dispute, counts }: ReferenceAnswer): string[] {
  if (refused !== undefined) return [];
  return [
    ...(rows === true ? [] : ['the reference counts other rows']),
    ...(first === true ? [] : ['the reference names other first rows of duplicates']),
    ...Object.entries(dispute ?? {}).map(([rule, rows]) => `${rule}: ${JSON.stringify(rows)}`),
    ...Object.entries(counts ?? {}).map(
      ([rule, counts]) => `${rule}: [reference, ours] ${JSON.stringify(counts)}`,
    ),
  ];
}
