import fs from 'node:fs/promises';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { outcomeSentence } from '../../core/run/outcome-sentence.ts';
import type { RunEvent } from '../../core/run/run-event.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import type { RunSummary } from '../../core/run/run-summary.ts';
import { emptyTally, tallyEvent, type RunTally } from '../../core/run/run-tally.ts';
import { summarizeTally } from '../../core/run/summarize-run.ts';
import { isWithin } from '../files/is-within.ts';
import { EventTail } from './event-tail.ts';
import { readRunRecord, runFiles } from './run-directory.ts';
import { isLiving, livenessOf, type Liveness } from './run-liveness.ts';

/** A run as it stands now. `outcome` is its end in one sentence, null while it lives. */
export interface RunStatus {
  readonly record: RunRecord;
  readonly summary: RunSummary;
  readonly outcome: Message | null;
  readonly liveness: Liveness;
}

// A run that another computer started is taken for living while its files still change.
const elsewhereMs = 10 * 60_000;

/** Reads one run directory again and again; each look costs what was added since the last one. Calls must not overlap. */
export class RunReader {
  readonly directory: string;
  readonly #tail: EventTail;
  #tally: RunTally = emptyTally;
  #rankZero: number | null = null;

  constructor(directory: string) {
    this.directory = directory;
    this.#tail = new EventTail(path.join(directory, runFiles.events));
  }

  /**
   * @param onEvents gets the new events in order, in pieces
   * @throws {HumanError} if the directory is no run, or gone
   */
  async look(onEvents: (events: readonly RunEvent[]) => void = () => undefined): Promise<RunStatus> {
    const known = await this.#record();
    // Liveness first: the last event of a process that was seen alive may still come, one that was seen dead wrote all it had.
    const liveness = await livenessOf(known, this.#rankZero);
    const alive = await this.#isAlive(liveness);
    for await (const events of this.#tail.read()) {
      this.#take(events);
      onEvents(events);
    }
    // Whoever stops a run says so in the record first: of one that is dead only what is read now tells why.
    const record = alive ? known : await this.#record();
    const summary = summarizeTally(record, this.#tally, alive);
    const shown = { ...summary, outputDir: this.#shown(summary.outputDir) };
    const outcome = outcomeSentence(shown, this.#tally, record);
    return { record, summary, outcome, liveness };
  }

  async #record(): Promise<RunRecord> {
    const record = await readRunRecord(this.directory);
    if (record === null) throw new HumanError('run.unreadable', { id: path.basename(this.directory) });
    return record;
  }

  /** A folder as a sentence names it: from the folder that the run belongs to, where it lies inside. */
  #shown(folder: string): string {
    const project = path.resolve(this.directory, '../../..');
    return isWithin(folder, project) ? `${path.relative(project, folder)}${path.sep}` : folder;
  }

  #take(events: readonly RunEvent[]): void {
    this.#tally = events.reduce(tallyEvent, this.#tally);
    for (const event of events) if (event.type === 'started') this.#rankZero = event.pid;
  }

  async #isAlive(liveness: Liveness): Promise<boolean> {
    if (liveness.kind === 'elsewhere') return Date.now() - (await this.#lastWrite()) < elsewhereMs;
    if (liveness.kind === 'job') return liveness.alive;
    return isLiving(liveness);
  }

  async #lastWrite(): Promise<number> {
    const files = [runFiles.events, runFiles.output].map((name) => path.join(this.directory, name));
    const times = await Promise.all(
      files.map(async (file) => {
        const stat = await fs.stat(file).catch(() => null);
        return stat?.mtimeMs ?? 0;
      }),
    );
    return Math.max(...times);
  }
}
