import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import { jobLogLine, type JobLogLine } from '../../core/hub/job.ts';
import type { HubConnection } from './hub-connection.ts';
import { hubRequest } from './hub-request.ts';
import { jobPath, type JobPlace } from './jobs-client.ts';

const graceMs = 1_000;

export interface JobLogOptions {
  readonly signal: AbortSignal;
  /** Milliseconds without a byte, keep-alive comments included, after which the stream is given up. */
  readonly idle: number;
  /** Go on with what comes later; without it the stream ends at the first line that is newer than the answer. */
  readonly follow: boolean;
}

/**
 * One connection to a job's log: its lines in the order of arrival, in the pieces in which they come. The Hub begins with the first
 * line of the log each time (trl-and-jobs.md §5.2). It ends when the Hub ends it, after silence, or with an error when the
 * connection breaks: whoever reads asks the job itself what that means.
 * @throws {HubError} if the Hub refuses
 */
export async function* jobLogStream(
  connection: HubConnection,
  job: JobPlace,
  { signal, idle, follow }: JobLogOptions,
): AsyncGenerator<JobLogLine[]> {
  const silence = new AbortController();
  const answer = await hubRequest(connection, `${jobPath(job)}/logs`, {
    signal: AbortSignal.any([signal, silence.signal]),
  });
  if (answer.body === null) return;
  const end = follow ? Infinity : answeredAt(answer) + graceMs;
  const parser = new LineParser();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const timer = setTimeout(() => silence.abort(), idle);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      const lines = parser.feed(value ?? '');
      if (lines.length > 0) yield lines;
      if (done || lines.some((line) => Date.parse(line.timestamp) > end)) return;
    }
  } catch (error) {
    if (silence.signal.aborted && !signal.aborted) return;
    throw error;
  } finally {
    silence.abort();
    await reader.cancel().catch(() => undefined);
  }
}

/** By the Hub's own clock (huggingface_hub 2.4 hf_api.py:8650). */
function answeredAt(answer: Response): number {
  const at = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(at) ? Date.now() : at;
}

/** Takes pieces of an event stream and gives the whole log lines in them. What is no log line is left out. */
class LineParser {
  #lines: JobLogLine[] = [];
  readonly #parser = createParser({
    onEvent: ({ data }) => {
      const line = parseLine(data);
      if (line !== null) this.#lines.push(line);
    },
  });

  feed(piece: string): JobLogLine[] {
    this.#parser.feed(piece);
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }
}

function parseLine(data: string): JobLogLine | null {
  try {
    const parsed = v.safeParse(jobLogLine, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
