import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { asReportedFile } from '../../../src/core/dataset/findings/lint-report.ts';
import { lintBytes, Linter } from '../../../src/core/dataset/linter.ts';
import { lintWithThreads } from '../../../src/node/dataset/segments/lint-with-threads.ts';
import { cli, type CliResult } from '../cli-process.ts';
import { matchProblem } from '../problem-matcher.ts';
import { Random } from '../template-fuzz/random.ts';
import { fileOf, reportProblems, type ReportedFile } from './report-claims.ts';

/** What is asked of the process that checks. */
export interface FileToCheck {
  readonly file: string;
  /** The chunks that the file is fed in come from it. */
  readonly seed: number;
  /** Numbers of threads: each must give the same as one. */
  readonly threads: readonly number[];
  /** The script that the other threads run. */
  readonly worker: string;
  /** `result`: nothing but what `lint` finds, for files too large for the rest. */
  readonly claims: 'all' | 'result';
}

/** What came of a file: nothing under `problems` if all claims hold. */
export interface CheckedFile {
  readonly problems: readonly string[];
  /** Null where there is none, because the lint failed. */
  readonly report: ReportedFile | null;
}

/** Holds the linter to its claims on one file, through the command line. */
export async function checkFile(ask: FileToCheck): Promise<CheckedFile> {
  const bytes = readFileSync(ask.file);
  const first = await lint(ask.file, '--format', 'json');
  const failed = outcomeProblems(first);
  if (failed.length > 0) return { problems: failed, report: null };
  const report = fileOf(first.out);
  const isText = !/\.(?:csv|parquet)$/i.test(ask.file);
  const problems = [
    ...reportProblems(bytes, report, isText),
    ...(await repeatProblems(ask, first.out)),
    ...(ask.claims === 'all' ? await otherProblems(ask, bytes, report, isText) : []),
  ];
  if (!readFileSync(ask.file).equals(bytes)) problems.push('the file itself has changed');
  return { problems, report };
}

async function otherProblems(
  ask: FileToCheck,
  bytes: Buffer,
  report: ReportedFile,
  isText: boolean,
): Promise<string[]> {
  const formats = await formatProblems(ask);
  if (!isText) return formats;
  const pieces = chunkProblems(bytes, new Random(ask.seed));
  return [...formats, ...pieces, ...(await fixProblems(ask.file, bytes, report))];
}

function lint(file: string, ...options: string[]): Promise<CliResult> {
  return cli(path.dirname(file), ['lint', path.basename(file), ...options]);
}

function outcomeProblems({ code, notes }: CliResult): string[] {
  if (notes.includes('a bug of ours')) return [notes.trim()];
  return code === 2 ? [`exit 2: ${notes.trim()}`] : [];
}

async function repeatProblems(ask: FileToCheck, first: string): Promise<string[]> {
  const again = await lint(ask.file, '--format', 'json');
  const problems = again.out === first ? [] : ['another result the second time'];
  for (const count of ask.threads.filter((each) => each > 1)) {
    const shared = await sharedReport(ask, count);
    if (shared !== JSON.stringify(fileOf(first))) problems.push(`another result with ${count} threads`);
  }
  return problems;
}

/** What several threads find: in segments that even a small file has many of. */
async function sharedReport({ file, seed, worker }: FileToCheck, count: number): Promise<string> {
  const random = new Random(seed);
  const segment = random.pick([50, 400, 3000]);
  const threads = { count, worker, segment, own: segment * random.pick([0, 2]) };
  const linted = await lintWithThreads(file, { path: path.basename(file) }, threads);
  return JSON.stringify(fileOf(JSON.stringify({ version: 1, files: [asReportedFile(linted, 'en')] })));
}

const FORMATS = [
  ['--format', 'pretty', '--lang', 'ko'],
  ['--format', 'sarif'],
  ['--format', 'jsonl', '--deep'],
  ['--format', 'github', '--lang', 'ko'],
] as const;

/** One of the other formats for each file: it must come, and be JSON where it says so. */
async function formatProblems({ file, seed }: FileToCheck): Promise<string[]> {
  const options = new Random(seed).pick(FORMATS);
  const result = await lint(file, ...options);
  const problems = outcomeProblems(result);
  if (options[1] === 'sarif') JSON.parse(result.out);
  if (options[1] === 'pretty') problems.push(...unmatched(result.out));
  if (options[1] === 'jsonl') for (const line of result.out.trim().split('\n')) JSON.parse(line);
  return problems.map((problem) => `${options.join(' ')}: ${problem}`);
}

/** Each line but the last is one that VS Code reads as a problem. */
function unmatched(pretty: string): string[] {
  const lines = pretty.trimEnd().split('\n').slice(0, -1);
  return lines.filter((line) => matchProblem(line) === null).map((line) => `no problem to VS Code: ${line}`);
}

/** How a file is cut while it is read changes nothing. */
function chunkProblems(bytes: Buffer, random: Random): string[] {
  const options = { path: 'x' };
  const linter = new Linter(options);
  const most = random.pick([1, 7, 1000]);
  for (let at = 0; at < bytes.length;) {
    const length = 1 + random.below(bytes.length > 30_000 ? 5000 : most);
    linter.push(Uint8Array.from(bytes.subarray(at, at + length)));
    at += length;
  }
  const [whole, cut] = [lintBytes(bytes, options), linter.end()].map((each) => JSON.stringify(each));
  return whole === cut ? [] : ['another result when it is read in pieces'];
}

async function fixProblems(file: string, bytes: Buffer, before: ReportedFile): Promise<string[]> {
  const [once, twice] = [`${file}.once.jsonl`, `${file}.twice.jsonl`];
  try {
    const fixed = await lint(file, '--fix', '--out', once, '--format', 'json');
    const failed = outcomeProblems(fixed);
    if (failed.length > 0) return failed.map((each) => `--fix: ${each}`);
    const after = fileOf((await lint(once, '--format', 'json')).out);
    await lint(once, '--fix', '--out', twice);
    const fixedBytes = readFileSync(once);
    return [
      ...(before.findings.some(({ fix }) => fix?.safe) || fixedBytes.equals(bytes)
        ? []
        : ['--fix without a finding']),
      ...after.findings
        .filter(({ fix }) => fix?.safe)
        .map((left) => `left by --fix: ${JSON.stringify(left)}`),
      ...(readFileSync(twice).equals(fixedBytes) ? [] : ['a second --fix changes the file']),
      ...(broken(after) > broken(before) ? ['--fix has broken a row'] : []),
    ];
  } finally {
    rmSync(once, { force: true });
    rmSync(twice, { force: true });
  }
}

function broken({ counts }: ReportedFile): number {
  return counts['json-syntax'] ?? 0;
}
