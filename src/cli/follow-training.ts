import type { RunEvent } from '../core/run/run-event.ts';
import path from 'node:path';
import { formatMessage } from '../core/text/format-message.ts';
import type { Message } from '../core/text/message.ts';
import { followRun, type RunUpdate } from '../node/run/follow-run.ts';
import type { RunStatus } from '../node/run/run-reader.ts';
import { endRun } from '../node/run/end-run.ts';
import { connectHub } from '../node/hub/connect-hub.ts';
import { bringInJob } from './bring-in-job.ts';
import type { CommandContext } from './command.ts';
import { ProgressBar } from './progress-bar.ts';
import { eventLine } from './run-lines.ts';

/**
 * Prints a run's events as notes until it ends, or until Ctrl+C lets go of it.
 * @returns how it ended; `running` if it goes on without us
 */
export async function followTraining(directory: string, context: CommandContext): Promise<RunStatus> {
  const id = path.basename(directory);
  note({ id: 'run.started', args: { id, folder: directory } }, context);
  const bar = new ProgressBar(context.note, context.terminal.err);
  const followed = followRun(directory, (update) => {
    // Nothing may come between the question and its answer.
    if (!context.signal.aborted) printEvents(update, bar, context);
  });
  const bringing = bringInJob(directory, context);
  const interrupted = whenAborted(context.signal);
  try {
    const ended = await Promise.race([followed.ended, interrupted, bringing.failed]);
    bar.clear();
    if (ended !== null) return ended;
    if (await wantsStop(context)) {
      note({ id: 'run.stopping' }, context);
      return await endRun(directory, () => connectHub(context.env));
    }
    followed.dispose();
    note({ id: 'run.detached', args: { id } }, context);
    return await followed.ended;
  } finally {
    followed.dispose();
    await bringing.end();
  }
}

function printEvents({ events, summary }: RunUpdate, bar: ProgressBar, { language }: CommandContext): void {
  let phase: Extract<RunEvent, { type: 'phase' }> | null = null;
  for (const event of events) {
    const line = eventLine(event, summary.maxSteps);
    if (line !== null) bar.note(line);
    if (event.type === 'phase') phase = event;
  }
  if (phase !== null && phase.name !== 'training') bar.show(phase.name, phase.done ?? 0, phase.total ?? 0);
  else if (events.length > 0) {
    const name = formatMessage({ id: 'cli.progress.training' }, language);
    bar.show(name, summary.step ?? 0, summary.maxSteps ?? 0);
  }
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** Without a terminal nobody can be asked: the run goes on. SIGTERM asks nothing either. */
async function wantsStop(context: CommandContext): Promise<boolean> {
  if (!context.terminal.in || !context.terminal.err || context.signal.reason === 'SIGTERM') return false;
  note({ id: 'run.ask-detach' }, context);
  for await (const answer of context.stdin) {
    return /^\s*(s|stop|중지)\s*$/i.test(new TextDecoder().decode(answer));
  }
  return false;
}

function note(message: Message, context: CommandContext): void {
  context.note(`${formatMessage(message, context.language)}\n`);
}
