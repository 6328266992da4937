import fs from 'node:fs/promises';
import type { JobLogLine } from '../../core/hub/job.ts';
import { jobLogEvent } from '../../core/run/job-log-event.ts';
import { JobLogReplay, startOfJobLog, type JobLogPosition } from '../../core/run/job-log-position.ts';

/** All lines of a log that are no events, each once, in a file of their own. */
export class OutputCopy {
  readonly file: string;
  readonly #nonce: string;
  readonly #replay = new JobLogReplay(startOfJobLog);
  #bytes = 0;

  constructor(file: string, nonce: string) {
    this.file = file;
    this.#nonce = nonce;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get position(): JobLogPosition {
    return this.#replay.position;
  }

  async take(lines: readonly JobLogLine[]): Promise<void> {
    const text = lines
      .filter((line) => this.#replay.takes(line) && jobLogEvent(line.data, this.#nonce) === null)
      .map((line) => outputLine(line.data))
      .join('');
    if (text !== '') await fs.appendFile(this.file, text);
    this.#bytes += Buffer.byteLength(text);
  }

  async discard(): Promise<void> {
    await fs.rm(this.file, { force: true });
  }
}

/** The runner puts each event at the start of a line, which leaves an empty one before it: such lines say nothing. */
export function outputLine(data: string): string {
  const text = data.replace(/\r?\n$/, '');
  return text === '' ? '' : `${text}\n`;
}
