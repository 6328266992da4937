import type { JobLogLine } from '../hub/job.ts';

/** How far a job's log was read: kept beside the run, so that another reader goes on there. */
export interface JobLogPosition {
  /** Time stamps of the first and the last line that were taken; null before the first. */
  readonly first: string | null;
  readonly last: string | null;
  /** What the lines of the last time stamp say. */
  readonly texts: readonly string[];
}

export const startOfJobLog: JobLogPosition = { first: null, last: null, texts: [] };

const remembered = 64;

/**
 * Tells new lines of a log from those that were taken already. A connection begins with the log's first line again (or with one
 * further on), so what lies before the position is skipped; after that only a line that comes twice in a row is.
 */
export class JobLogReplay {
  #position: JobLogPosition;
  #replaying = true;
  readonly #recent: string[] = [];

  constructor(position: JobLogPosition) {
    this.#position = position;
  }

  get position(): JobLogPosition {
    return this.#position;
  }

  /** Whether the line was not taken before; it then counts as taken. */
  takes(line: JobLogLine): boolean {
    const { first, last, texts } = this.#position;
    const order = last === null ? 1 : compareTimes(line.timestamp, last);
    if (this.#replaying && (order < 0 || (order === 0 && texts.includes(line.data)))) return false;
    this.#replaying = false;
    const mark = `${line.timestamp} ${line.data}`;
    if (this.#recent.includes(mark)) return false;
    this.#recent.push(mark);
    if (this.#recent.length > remembered) this.#recent.shift();
    if (order >= 0) {
      const same = order === 0 ? [...texts, line.data] : [line.data];
      this.#position = { first: first ?? line.timestamp, last: line.timestamp, texts: same };
    }
    return true;
  }
}

/** Order of two ISO 8601 time stamps in UTC, whatever the number of their decimals: negative if `a` is earlier. */
export function compareTimes(a: string, b: string): number {
  const [wholeA = '', partA = ''] = a.replace(/Z$/, '').split('.');
  const [wholeB = '', partB = ''] = b.replace(/Z$/, '').split('.');
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const length = Math.max(partA.length, partB.length);
  const [left, right] = [partA.padEnd(length, '0'), partB.padEnd(length, '0')];
  return left === right ? 0 : left < right ? -1 : 1;
}
