import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import type { JobLog, LogLine } from './job-log.ts';

export interface StreamOptions {
  readonly faults: Faults;
  readonly keepAliveMs: number;
  /** The newest lines alone. */
  readonly tail: number | null;
}

/** Writes the log of a job as server-sent events until the log is closed or the client has gone. */
export async function streamLog(
  log: JobLog,
  response: ServerResponse,
  options: StreamOptions,
): Promise<void> {
  const { faults } = options;
  let next = firstLine(log, options);
  log.streams += 1;
  const breakAt = breakingPoint(log, faults);
  openStream(response);
  const keepAlive = setInterval(() => response.write(': keep-alive\n\n'), options.keepAliveMs);
  try {
    while (!response.destroyed) {
      const line = log.lines[next];
      if (line !== undefined) {
        if (next >= breakAt) return breakOff(response, line, faults);
        await writeLine(response, line, faults);
        next += 1;
        log.carried = Math.max(log.carried, next);
      } else if (log.closed) {
        response.end();
        return;
      } else {
        await changeOrClose(log, response);
      }
    }
  } finally {
    clearInterval(keepAlive);
  }
}

/** The head of a stream of events, sent before there is one. */
export function openStream(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  response.flushHeaders();
}

function firstLine(log: JobLog, options: StreamOptions): number {
  const replayed = log.streams === 0 ? undefined : options.faults.amount('tail-replay', 5);
  const newest = Math.min(options.tail ?? Infinity, replayed ?? Infinity);
  return Math.max(0, log.lines.length - newest);
}

/** Each stream carries something that none did before, so that a client that connects again gets on. */
function breakingPoint(log: JobLog, faults: Faults): number {
  const lines = faults.amount('drop-stream', 20);
  return lines === undefined ? Infinity : log.carried + 1 + faults.draw(lines);
}

/** Ends as a proxy does between two events, or breaks in the middle of one. */
function breakOff(response: ServerResponse, line: LogLine, faults: Faults): void {
  if (faults.draw(2) === 0) {
    response.end();
    return;
  }
  const event = eventOf(line);
  response.write(event.slice(0, Math.floor(event.length / 2)), () => response.destroy());
}

async function writeLine(response: ServerResponse, line: LogLine, faults: Faults): Promise<void> {
  const event = eventOf(line);
  const taken = response.write(faults.isOn('repeat-events') ? event + event : event);
  if (taken || response.destroyed) return;
  const waiting = new AbortController();
  await Promise.race(
    ['drain', 'close'].map((name) => once(response, name, { signal: waiting.signal }).catch(() => undefined)),
  );
  waiting.abort();
}

function eventOf(line: LogLine): string {
  return `data: ${JSON.stringify(line)}\n\n`;
}

function changeOrClose(log: JobLog, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      takeBack();
      response.removeListener('close', done);
      resolve();
    };
    const takeBack = log.onceChanged(done);
    response.once('close', done);
  });
}
