import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { JobLogLine } from '../../core/hub/job.ts';
import { JobEventQueue, type MissingEvents } from '../../core/run/job-event-queue.ts';
import { jobLogEvent } from '../../core/run/job-log-event.ts';
import { compareTimes, JobLogReplay, startOfJobLog } from '../../core/run/job-log-position.ts';
import { mendEvents } from './mend-events.ts';
import { OutputCopy, outputLine } from './output-copy.ts';
import { runFiles } from './run-directory.ts';

const savedPosition = v.object({
  first: v.nullable(v.string()),
  last: v.nullable(v.string()),
  texts: v.array(v.string()),
  /** Length of output.log up to this position. */
  outputBytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/**
 * Writes the lines of a job's log into its run directory: events to events.jsonl, each once and in order, all else to output.log.
 * Whoever has `follow.lock` has the only one. Where it was left, another goes on: lines after the saved position are cut off
 * output.log and come again.
 */
export class JobLogWriter {
  readonly #directory: string;
  readonly #nonce: string;
  readonly #queue: JobEventQueue;
  #replay: JobLogReplay;
  #outputBytes: number;

  private constructor(
    directory: string,
    nonce: string,
    queue: JobEventQueue,
    replay: JobLogReplay,
    outputBytes: number,
  ) {
    this.#directory = directory;
    this.#nonce = nonce;
    this.#queue = queue;
    this.#replay = replay;
    this.#outputBytes = outputBytes;
  }

  static async open(directory: string, nonce: string): Promise<JobLogWriter> {
    const saved = await readPosition(directory);
    const output = path.join(directory, runFiles.output);
    const size = (await fs.stat(output).catch(() => null))?.size ?? 0;
    const bytes = Math.min(saved.outputBytes, size);
    if (size > bytes) await fs.truncate(output, bytes);
    const last = await mendEvents(path.join(directory, runFiles.events));
    return new JobLogWriter(directory, nonce, new JobEventQueue(last), new JobLogReplay(saved), bytes);
  }

  /** The next lines come from a new connection, which begins with the first line again. */
  reconnect(): void {
    this.#replay = new JobLogReplay(this.#replay.position);
  }

  get missing(): MissingEvents | null {
    return this.#queue.missing;
  }

  /** @returns whether there was anything new in the lines */
  async take(lines: readonly JobLogLine[]): Promise<boolean> {
    const events: string[] = [];
    const output: string[] = [];
    for (const line of lines) {
      const event = jobLogEvent(line.data, this.#nonce);
      const isNew = this.#replay.takes(line);
      // Events are told apart by their number alone: one that a broken connection left out may come late.
      if (event !== null) events.push(...this.#queue.take(event));
      else if (isNew) output.push(outputLine(line.data));
    }
    await this.#append(runFiles.events, events.map((json) => `${json}\n`).join(''));
    const text = output.join('');
    await this.#append(runFiles.output, text);
    this.#outputBytes += Buffer.byteLength(text);
    await this.#savePosition();
    return events.length > 0 || text !== '';
  }

  /** Goes on without events that never came; the run says so. */
  async giveUpMissing(): Promise<void> {
    const events = this.#queue.giveUpMissing(new Date().toISOString());
    await this.#append(runFiles.events, events.map((json) => `${json}\n`).join(''));
  }

  /**
   * Begins output.log anew beside the old one, for a reading of the whole log: lines that came out of order were left out before.
   */
  async startCopy(): Promise<OutputCopy> {
    const file = path.join(this.#directory, runFiles.output);
    await fs.writeFile(`${file}.new`, '', { mode: 0o600 });
    return new OutputCopy(`${file}.new`, this.#nonce);
  }

  /** Puts a copy in the place of output.log, if it begins where the log does and holds more. */
  async takeCopy(copy: OutputCopy): Promise<void> {
    const { first } = this.#replay.position;
    const begins = copy.position.first;
    const isWhole = begins !== null && (first === null || compareTimes(begins, first) <= 0);
    if (!isWhole || copy.bytes <= this.#outputBytes) return copy.discard();
    await fs.rename(copy.file, path.join(this.#directory, runFiles.output));
    this.#outputBytes = copy.bytes;
    this.#replay = new JobLogReplay(copy.position);
    await this.#savePosition();
  }

  async #append(file: string, text: string): Promise<void> {
    if (text !== '') await fs.appendFile(path.join(this.#directory, file), text, { mode: 0o600 });
  }

  async #savePosition(): Promise<void> {
    const file = path.join(this.#directory, runFiles.position);
    const position = { ...this.#replay.position, outputBytes: this.#outputBytes };
    await fs.writeFile(`${file}.new`, JSON.stringify(position), { mode: 0o600 });
    await fs.rename(`${file}.new`, file);
  }
}

async function readPosition(directory: string): Promise<v.InferOutput<typeof savedPosition>> {
  const text = await fs.readFile(path.join(directory, runFiles.position), 'utf8').catch(() => '');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), savedPosition), text);
  return parsed.success ? parsed.output : { ...startOfJobLog, texts: [], outputBytes: 0 };
}
