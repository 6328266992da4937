import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { LintedFile } from '../../../core/dataset/finding.ts';
import type { LintOptions } from '../../../core/dataset/lint-options.ts';
import type { RuleChoice } from '../../../core/dataset/rule-set.ts';
import { joinSegments, type LintedSegment } from '../../../core/dataset/segments/linted-segment.ts';
import { ruleParts } from '../../../core/dataset/segments/segment-rules.ts';
import { WorkerThread } from '../../worker/worker-thread.ts';
import { lintFile } from '../lint-file.ts';
import { lintSegments, type SharedSegments } from './lint-segments.ts';
import { segmentBounds } from './segment-bounds.ts';

export interface Threads {
  /** With this one. */
  readonly count: number;
  /** The script of a worker. */
  readonly worker: string;
  /** Bytes of a segment: short enough for all threads to end together, long enough to be worth a message. */
  readonly segment?: number;
}

const SEGMENT = 8 << 20;

/**
 * Lints a file on disk in several threads: this one goes through the whole file with the rules that compare rows, the others lint
 * segments of it with all other rules; who has done takes what is left. The result is the same for any number of threads.
 * @throws {HumanError} if a thread ends; the error of the file system if the file cannot be read.
 */
export async function lintWithThreads(
  file: string,
  options: LintOptions,
  { count, worker, segment = SEGMENT }: Threads,
): Promise<LintedFile> {
  // what is ignored in a row is told by the whole file's rows
  const threads = (options.ignores ?? []).length > 0 ? 1 : count;
  const bounds = await boundsOf(file, threads, segment);
  if (bounds === null) return lintFile(file, options);
  const { ofSegments, ofWhole } = ruleParts(options);
  const segments = { bounds, next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = Array.from({ length: count - 1 }, () => new WorkerThread(worker));
  const { rules = {}, only = [] } = ofSegments;
  const source = { kind: 'file', path: file } as const;
  try {
    const elsewhere = Promise.all(
      others.map((thread) => thread.call('lintSegments', { source, rules, only: [...only], ...segments })),
    );
    const [linted, whole] = await Promise.all([
      elsewhere,
      wholeThenSegments(file, { ...options, ...ofWhole }, segments, ofSegments),
    ]);
    return joinSegments(whole.linted, [...whole.segments, ...linted.flat()]);
  } finally {
    for (const thread of others) thread.dispose();
  }
}

async function wholeThenSegments(
  file: string,
  options: LintOptions,
  segments: SharedSegments,
  choice: RuleChoice,
): Promise<{ linted: LintedFile; segments: LintedSegment[] }> {
  const linted = await lintFile(file, options);
  return { linted, segments: await lintSegments(file, segments, choice) };
}

/** Null where one thread does it: short files, and those that are read as one document or by a library. */
async function boundsOf(file: string, count: number, segment: number): Promise<number[] | null> {
  if (count < 2 || ['.csv', '.parquet'].includes(path.extname(file).toLowerCase())) return null;
  const { size } = await stat(file);
  if (size < 2 * segment) return null;
  const bounds = await segmentBounds(file, segment);
  return bounds !== null && bounds.length > 2 ? bounds : null;
}
