import { stat } from 'node:fs/promises';
import path from 'node:path';
import { FindingFilter } from '../../../core/dataset/configuration/finding-filter.ts';
import { FileLint } from '../../../core/dataset/file-lint.ts';
import type { LintedFile } from '../../../core/dataset/finding.ts';
import type { LintOptions } from '../../../core/dataset/lint-options.ts';
import { receiveSegment, type LintedSegment } from '../../../core/dataset/segments/linted-segment.ts';
import { WorkerThread, type ArgOf } from '../../worker/worker-thread.ts';
import { fileBytes } from '../file-bytes.ts';
import { lintFile } from '../lint-file.ts';
import { lintSegmentOf } from './lint-segment-of.ts';
import { segmentBounds } from './segment-bounds.ts';

export interface Threads {
  /** With this one. */
  readonly count: number;
  /** The script of a worker. */
  readonly worker: string;
  /** Bytes of a segment; by the size of the file if absent. */
  readonly segment?: number;
}

/** What all threads may be asked. */
type SharedOptions = Omit<LintOptions, 'summaries' | 'model' | 'onRow'>;

/** A file that is shorter is read by the time that another thread has started. */
const SHORTEST = 16 << 20;
/** Segments of a file: enough for all threads to end together. They are short enough for memory and long enough to be worth a message. */
const SEGMENTS = 32;
const SHORTEST_SEGMENT = 1 << 20;
const LONGEST_SEGMENT = 8 << 20;
/** Segments that a thread was given: one that it is at, and one for the time until it is told the next. */
const AHEAD = 2;

/**
 * Lints a file on disk in several threads: each looks at the rows of some segments, this one compares the rows of all. The result is the
 * same for any number of threads.
 * @throws {HumanError} if a thread ends; the error of the file system if the file cannot be read.
 */
export async function lintWithThreads(
  file: string,
  options: SharedOptions,
  { count, worker, segment }: Threads,
): Promise<LintedFile> {
  const bounds = await boundsOf(file, count, segment);
  if (bounds === null) return lintFile(file, options);
  const others = Array.from({ length: count - 1 }, () => new WorkerThread(worker));
  try {
    return await new SharedLint(file, options, bounds).lint(others);
  } finally {
    for (const thread of others) thread.dispose();
  }
}

/** The segments of one file on their way from thread to thread. */
class SharedLint {
  readonly #bounds: readonly number[];
  readonly #lint: FileLint;
  readonly #asked: Omit<ArgOf<'lintSegment'>, 'start' | 'end'>;
  /** Those that nobody was given yet begin with this one. */
  #next = 0;
  readonly #elsewhere = new Map<number, Promise<unknown>>();
  readonly #linted = new Map<number, LintedSegment>();
  readonly #ends = { crlf: false, lf: false };

  constructor(file: string, options: SharedOptions, bounds: readonly number[]) {
    const { rules, only, deep, ignores = [] } = options;
    const { digests } = new FindingFilter(ignores);
    this.#bounds = bounds;
    this.#lint = new FileLint(options);
    this.#asked = { path: file, rules, only: only === undefined ? undefined : [...only], deep, digests };
  }

  async lint(others: readonly WorkerThread[]): Promise<LintedFile> {
    // what stands before the first line is a byte order mark
    if ((this.#bounds[0] ?? 0) > 0) this.#lint.byteOrderMark();
    const helping = others.flatMap((thread) => Array.from({ length: AHEAD }, () => this.#help(thread)));
    await Promise.all([this.#join(), ...helping]);
    this.#lint.lineEnds(this.#ends);
    return this.#lint.result(this.#bounds.at(-1) ?? 0);
  }

  /** Has a thread look at segments as long as there are some. */
  async #help(thread: WorkerThread): Promise<void> {
    for (let n = this.#take(); n !== null; n = this.#take()) {
      const linted = thread.call('lintSegment', this.#segment(n));
      this.#elsewhere.set(n, linted);
      try {
        this.#linted.set(n, receiveSegment(await linted));
      } catch (error) {
        this.#next = this.#count;
        throw error;
      }
    }
  }

  /** Takes the segments in their order; looks at others itself while the next one is not there. */
  async #join(): Promise<void> {
    for (let n = 0; n < this.#count; n++) {
      const { start, end, path: file } = this.#segment(n);
      const linted = await this.#lintedSegment(n);
      this.#linted.delete(n);
      if (linted.ends.crlf) this.#ends.crlf = true;
      if (linted.ends.lf) this.#ends.lf = true;
      await this.#lint.segment(linted, start, () => fileBytes(file, { start, end }));
    }
  }

  async #lintedSegment(n: number): Promise<LintedSegment> {
    for (;;) {
      const linted = this.#linted.get(n);
      if (linted !== undefined) return linted;
      const own = this.#take();
      if (own === null) await this.#elsewhere.get(n);
      else this.#linted.set(own, await lintSegmentOf(this.#segment(own)));
    }
  }

  get #count(): number {
    return this.#bounds.length - 1;
  }

  /** A segment that nobody was given; null when there is none. */
  #take(): number | null {
    return this.#next < this.#count ? this.#next++ : null;
  }

  #segment(n: number): ArgOf<'lintSegment'> {
    const [start = 0, end = 0] = this.#bounds.slice(n, n + 2);
    return { ...this.#asked, start, end };
  }
}

/** Null where one thread does it: short files, and those that are read as one document or by a library. */
async function boundsOf(file: string, count: number, segment: number | undefined): Promise<number[] | null> {
  if (count < 2 || ['.csv', '.parquet'].includes(path.extname(file).toLowerCase())) return null;
  const { size } = await stat(file);
  if (size < (segment === undefined ? SHORTEST : 2 * segment)) return null;
  const bounds = await segmentBounds(file, segment ?? segmentOf(size));
  return bounds !== null && bounds.length > 2 ? bounds : null;
}

function segmentOf(size: number): number {
  return Math.min(LONGEST_SEGMENT, Math.max(SHORTEST_SEGMENT, Math.ceil(size / SEGMENTS)));
}
