import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { compareFailure } from '../../core/compare/compare-failure.ts';
import { compareEvent, type CompareEvent, type CompareInput } from '../../core/compare/compare-event.ts';
import type { CompareRequest } from '../../core/compare/compare-request.ts';
import type { ComparedMessage } from '../../core/compare/comparison.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { signalGroup } from '../process/signal-group.ts';
import { runnerEnvironment } from '../run/child-environment.ts';
import { launchError } from '../run/launch-error.ts';
import { comparisonFiles } from './read-comparison.ts';
import { silentEnd } from './silent-end.ts';

// Longer than a step of a large model on a processor, during which Python does not see the signal.
const stopGraceMs = 5_000;

/** How a comparing process ended. What it had by then stands in comparison.json. */
export type CompareOutcome =
  | { readonly kind: 'completed' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly sentence: Message };

export interface ComparingOptions {
  /** Interpreter: a path, or a name to be found on PATH. */
  readonly python: string;
  /** Folder that holds the Python package `tuning_fork`. */
  readonly pythonFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onEvent: (event: CompareEvent) => void;
}

/** A comparing process. `ended` never rejects. */
export interface ComparingProcess {
  readonly ended: Promise<CompareOutcome>;
  /** Asks both models; only where the request says `stay`. */
  ask(messages: readonly ComparedMessage[]): void;
  /** No more prompts come: it ends when all are answered. */
  finish(): void;
  /** Ends it and all its processes, and comes back when none is left. */
  stop(): Promise<CompareOutcome>;
}

/**
 * Starts `python -m tuning_fork compare` in a process group of its own, with its output in `<out>/output.log`.
 * @throws {HumanError} if it cannot be started: no interpreter, no permission, disk full
 */
export async function startComparing(
  request: CompareRequest,
  options: ComparingOptions,
): Promise<ComparingProcess> {
  if (process.platform === 'win32') throw new HumanError('run.launch.windows');
  let child: ComparingChild;
  try {
    child = await start(request, options);
  } catch (error) {
    throw launchError(error, options.python);
  }
  const send = (input: CompareInput): void => void child.stdin.write(`${JSON.stringify(input)}\n`);
  let stopping = false;
  const ended = follow(child, request.out, options.onEvent, () => stopping);
  if (!request.stay) child.stdin.end();
  return {
    ended,
    ask: (messages) => send({ type: 'ask', messages: [...messages] }),
    finish: () => {
      send({ type: 'finish' });
      child.stdin.end();
    },
    stop: async () => {
      stopping = true;
      const { pid, exitCode, signalCode } = child.process;
      if (pid !== undefined && exitCode === null && signalCode === null) await endGroup(pid, ended);
      return ended;
    },
  };
}

interface ComparingChild {
  readonly process: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
}

async function start(request: CompareRequest, options: ComparingOptions): Promise<ComparingChild> {
  await fs.mkdir(request.out, { recursive: true, mode: 0o700 });
  const file = path.join(request.out, comparisonFiles.request);
  await fs.writeFile(file, `${JSON.stringify(request, null, 2)}\n`, { mode: 0o600 });
  const output = await fs.open(path.join(request.out, comparisonFiles.output), 'a', 0o600);
  try {
    const child = spawn(options.python, ['-m', 'tuning_fork', 'compare', '--request', file], {
      cwd: request.folder,
      env: runnerEnvironment({ env: options.env, offline: false, needsToken: false }, options.pythonFolder),
      detached: true,
      stdio: ['pipe', 'pipe', output.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null) throw new Error('no pipes');
    // A prompt for a process that is gone: `ended` says so.
    stdin.on('error', () => undefined);
    return { process: child, stdin, stdout };
  } finally {
    await output.close();
  }
}

async function follow(
  child: ComparingChild,
  out: string,
  onEvent: (event: CompareEvent) => void,
  isStopping: () => boolean,
): Promise<CompareOutcome> {
  let failure: Message | null = null;
  const lines = readline.createInterface({ input: child.stdout, crlfDelay: Infinity });
  lines.on('line', (line) => {
    const event = parseEvent(line);
    if (event === null) return;
    if (event.type === 'failed') failure = compareFailure(event);
    onEvent(event);
  });
  const end = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.process.once('close', (code, signal) => resolve({ code, signal }));
  });
  const [{ code, signal }] = await Promise.all([end, once(lines, 'close')]);
  if (failure !== null) return { kind: 'failed', sentence: failure };
  if (isStopping()) return { kind: 'stopped' };
  if (code === 0) return { kind: 'completed' };
  return { kind: 'failed', sentence: await silentEnd(signal, path.join(out, comparisonFiles.output)) };
}

/** Null for what is no event of this version. */
function parseEvent(line: string): CompareEvent | null {
  try {
    const parsed = v.safeParse(compareEvent, JSON.parse(line));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

async function endGroup(group: number, ended: Promise<unknown>): Promise<void> {
  signalGroup(group, 'SIGTERM');
  const waiting = new AbortController();
  const late = delay(stopGraceMs, 'late', { signal: waiting.signal }).catch(() => 'ended');
  const first = await Promise.race([ended.then(() => 'ended'), late]);
  waiting.abort();
  // Processes of its own that outlive it belong to the group still.
  if (first === 'late' || signalGroup(group, 0)) signalGroup(group, 'SIGKILL');
}
