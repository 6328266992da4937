import type { JobLogLine } from '../../core/hub/job.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { jobLogStream, type JobLogOptions } from '../hub/job-log-stream.ts';
import type { JobPlace } from '../hub/jobs-client.ts';

// Characters of a log that are held before they are handed on.
const mostHeld = 8 * 1024 * 1024;

/** One reading of the log that a job has at this moment. */
export class WholeJobLog {
  readonly #connection: HubConnection;
  readonly #job: JobPlace;
  readonly #options: JobLogOptions;
  #problem: unknown = null;

  constructor(connection: HubConnection, job: JobPlace, options: Omit<JobLogOptions, 'follow'>) {
    this.#connection = connection;
    this.#job = job;
    this.#options = { ...options, follow: false };
  }

  /** What ended the reading before the end of the log; null if nothing did. */
  get problem(): unknown {
    return this.#problem;
  }

  /**
   * The lines, or those before the connection broke. They come in few large pieces, because what was not read when a connection
   * breaks is gone, and never all at once, because a log may be larger than the memory.
   */
  async *read(): AsyncGenerator<JobLogLine[]> {
    let held: JobLogLine[] = [];
    let characters = 0;
    try {
      for await (const lines of jobLogStream(this.#connection, this.#job, this.#options)) {
        for (const line of lines) {
          held.push(line);
          characters += line.data.length;
        }
        if (characters < mostHeld) continue;
        yield held;
        held = [];
        characters = 0;
      }
    } catch (error) {
      this.#problem = error;
    }
    if (held.length > 0) yield held;
  }
}
