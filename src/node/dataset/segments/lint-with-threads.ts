import { stat } from 'node:fs/promises';
import { FindingFilter } from '../../../core/dataset/configuration/finding-filter.ts';
import { FileLint } from '../../../core/dataset/file-lint.ts';
import type { LintedFile } from '../../../core/dataset/findings/finding.ts';
import { MOST_LISTED } from '../../../core/dataset/findings/finding-list.ts';
import type { LintOptions } from '../../../core/dataset/lint-options.ts';
import { fileKind } from '../../../core/dataset/file-kind.ts';
import { FIRST_BLOCK } from '../../../core/dataset/loading/load-model.ts';
import type { LintedSegment } from '../../../core/dataset/segments/linted-segment.ts';
import { SegmentThread } from '../../worker/segment-thread.ts';
import { fileBytes } from '../file-bytes.ts';
import { lintFile } from '../lint-file.ts';
import { segmentBounds } from './segment-bounds.ts';
import { SegmentsOfFile, type FileSegment } from './segments-of-file.ts';

export interface Threads {
  /** With this one. */
  readonly count: number;
  /** The script of the others (`places.segmentWorker`). */
  readonly worker: string;
  /** Bytes of a segment; by the size of the file if absent. */
  readonly segment?: number;
  /** Bytes of the beginning of a file that this thread looks at; if absent those in which rules that follow a file look at every row. */
  readonly own?: number | undefined;
}

/** What all threads may be asked. */
type SharedOptions = Omit<LintOptions, 'summaries' | 'model' | 'onRow' | 'isListed' | 'longestText'>;

/** A file that is shorter is read by the time that another thread has started. */
const SHORTEST = 16 << 20;
/**
 * Segments for each thread that are left at any time: the last ones are short, so that all threads end together. The others are short
 * enough for memory, and all are long enough to be worth a message.
 */
const SEGMENTS_LEFT = 4;
const SHORTEST_SEGMENT = 1 << 20;
const LONGEST_SEGMENT = 8 << 20;
/** Segments that a thread was given: one that it is at, and one for the time until it is told the next. */
const AHEAD = 2;
/** Bytes for each thread that are looked at before their turn: what is kept of them must not grow with the file. */
const MOST_WAITING = 2 * AHEAD * LONGEST_SEGMENT;

/**
 * Lints a file on disk in several threads: each looks at the rows of some segments, this one compares the rows of all, and begins while the
 * others start. The result is the same for any number of threads.
 * @throws {HumanError} if a thread ends; the error of the file system if the file cannot be read.
 */
export async function lintWithThreads(
  file: string,
  options: SharedOptions,
  { count, worker, segment, own = FIRST_BLOCK }: Threads,
): Promise<LintedFile> {
  const bounds = await boundsOf(file, count, segment);
  if (bounds === null) return lintFile(file, options);
  const choice = choiceOf(file, options);
  const others = Array.from({ length: count - 1 }, () => new SegmentThread(worker, choice));
  try {
    const here = new SegmentsOfFile(choice);
    return await new SharedLint(file, options, { bounds, own, here, others }).lint();
  } finally {
    for (const thread of others) thread.dispose();
  }
}

/** What all threads look for. */
function choiceOf(path: string, { rules, only, deep, ignores = [] }: SharedOptions) {
  const { digests } = new FindingFilter(ignores);
  return { path, rules, only: only === undefined ? undefined : [...only], deep, digests };
}

interface ListedSegment extends LintedSegment {
  /** Findings that it was to list. */
  readonly mostListed: number;
}

/** How a file is shared. */
interface Shares {
  /** The bytes at which its segments begin, and its end. */
  readonly bounds: readonly number[];
  /** Segments that begin before this byte are not given away. */
  readonly own: number;
  /** What this thread looks at before its turn. */
  readonly here: SegmentsOfFile;
  readonly others: readonly SegmentThread[];
}

/** The segments of one file on their way from thread to thread. */
class SharedLint {
  readonly #file: string;
  readonly #shares: Shares;
  readonly #lint: FileLint;
  /** Findings that a segment lists before its turn: those of all segments that wait are no more than a few times what the file lists. */
  readonly #share: number;
  readonly #mostWaiting: number;
  /** Segments that are not given away: those before this one. */
  readonly #own: number;
  /** Of the others, those that nobody was given yet begin with this one. */
  #next: number;
  readonly #elsewhere = new Map<number, Promise<unknown>>();
  readonly #linted = new Map<number, ListedSegment>();
  /** Segments that were taken in their order, and what says that another one was. */
  #joined = 0;
  #joining = Promise.withResolvers<void>();
  readonly #ends = { crlf: false, lf: false };

  constructor(file: string, options: SharedOptions, shares: Shares) {
    const { bounds, own, others } = shares;
    const threads = others.length + 1;
    const { mostListed = MOST_LISTED } = options;
    this.#file = file;
    this.#shares = shares;
    this.#own = bounds.slice(0, -1).filter((start) => start < own).length;
    this.#next = this.#own;
    this.#share = Math.ceil(mostListed / (threads * AHEAD));
    this.#mostWaiting = threads * MOST_WAITING;
    this.#lint = new FileLint(options);
  }

  async lint(): Promise<LintedFile> {
    const { bounds, others } = this.#shares;
    // what stands before the first line is a byte order mark
    if ((bounds[0] ?? 0) > 0) this.#lint.byteOrderMark();
    const helping = others.flatMap((thread) => Array.from({ length: AHEAD }, () => this.#help(thread)));
    await Promise.all([this.#join(), ...helping]);
    this.#lint.lineEnds(this.#ends);
    return this.#lint.result(bounds.at(-1) ?? 0);
  }

  /** Has a thread look at segments as long as there are some. */
  async #help(thread: SegmentThread): Promise<void> {
    for (let n = await this.#takeInTime(); n !== null; n = await this.#takeInTime()) {
      const segment = this.#segment(n);
      const linted = thread.lint(segment);
      this.#elsewhere.set(n, linted);
      try {
        this.#linted.set(n, { ...(await linted), mostListed: segment.mostListed });
      } catch (error) {
        this.#next = this.#count;
        throw error;
      }
    }
  }

  /** Takes the segments in their order. */
  async #join(): Promise<void> {
    for (let n = 0; n < this.#count; n++) {
      if (this.#isOwn(n)) await this.#lines(n);
      else await this.#joinSegment(n);
      this.#joined = n + 1;
      this.#joining.resolve();
      this.#joining = Promise.withResolvers();
    }
  }

  /** Whether nobody else looks at a segment whose turn it is; then nobody will. */
  #isOwn(n: number): boolean {
    if (n < this.#own) return true;
    return n === this.#next && this.#take() === n;
  }

  /** A segment whose turn it is need not be kept apart from what was before it. */
  async #lines(n: number): Promise<void> {
    const { start, end } = this.#segment(n);
    this.#addEnds(await this.#lint.lines(fileBytes(this.#file, { start, end }), start));
  }

  async #joinSegment(n: number): Promise<void> {
    const { start, end } = this.#segment(n);
    const linted = await this.#whole(n, await this.#lintedSegment(n));
    this.#linted.delete(n);
    this.#elsewhere.delete(n);
    this.#addEnds(linted.ends);
    await this.#lint.segment(linted, start, () => fileBytes(this.#file, { start, end }));
  }

  #addEnds({ crlf, lf }: LintedSegment['ends']): void {
    if (crlf) this.#ends.crlf = true;
    if (lf) this.#ends.lf = true;
  }

  /** A segment that has findings beyond those it lists, where there is room for more, is looked at once more: such files are rare. */
  async #whole(n: number, linted: ListedSegment): Promise<LintedSegment> {
    const { room } = this.#lint;
    if (linted.unlisted.length === 0 || linted.mostListed >= room) return linted;
    return this.#shares.here.lint({ ...this.#segment(n), mostListed: room });
  }

  /** Looks at others itself while this one is looked at elsewhere. */
  async #lintedSegment(n: number): Promise<ListedSegment> {
    for (;;) {
      const linted = this.#linted.get(n);
      if (linted !== undefined) return linted;
      const own = this.#mayTake ? this.#take() : null;
      if (own === null) await this.#elsewhere.get(n);
      else await this.#lintAhead(own);
    }
  }

  async #lintAhead(n: number): Promise<void> {
    const segment = this.#segment(n);
    this.#linted.set(n, { ...(await this.#shares.here.lint(segment)), mostListed: segment.mostListed });
  }

  /** No more is looked at before its turn than may be. */
  get #mayTake(): boolean {
    const { bounds } = this.#shares;
    const turn = bounds[Math.max(this.#joined, this.#own)] ?? 0;
    return (bounds[this.#next] ?? 0) - turn < this.#mostWaiting;
  }

  async #takeInTime(): Promise<number | null> {
    while (!this.#mayTake && this.#next < this.#count) await this.#joining.promise;
    return this.#take();
  }

  get #count(): number {
    return this.#shares.bounds.length - 1;
  }

  /** A segment that nobody was given; null when there is none. */
  #take(): number | null {
    return this.#next < this.#count ? this.#next++ : null;
  }

  #segment(n: number): FileSegment {
    const [start = 0, end = 0] = this.#shares.bounds.slice(n, n + 2);
    return { start, end, mostListed: Math.min(this.#share, this.#lint.room) };
  }
}

/** Null where one thread does it: short files, and those that are read as one document or by a library. */
async function boundsOf(file: string, count: number, segment: number | undefined): Promise<number[] | null> {
  const kind = fileKind(file);
  if (count < 2 || kind === 'csv' || kind === 'parquet') return null;
  const { size } = await stat(file);
  if (size < (segment === undefined ? SHORTEST : 2 * segment)) return null;
  const bounds = await segmentBounds(file, (left) => segment ?? segmentOf(left, count));
  return bounds !== null && bounds.length > 2 ? bounds : null;
}

function segmentOf(left: number, threads: number): number {
  return Math.min(LONGEST_SEGMENT, Math.max(SHORTEST_SEGMENT, Math.ceil(left / (threads * SEGMENTS_LEFT))));
}
