import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { runProgramByLine } from '../process/run-program.ts';
import type { InstallStep } from './install-steps.ts';

export interface InstallProgress {
  /** Called when a step begins: its sentence, its place and the number of steps. */
  readonly onStep: (title: Message, index: number, count: number) => void;
  /** Called with each line that a step prints. */
  readonly onLine: (line: string) => void;
}

export interface InstallOptions extends InstallProgress {
  /** Of the steps, as `packageEnvironment` makes it. */
  readonly env: NodeJS.ProcessEnv;
  /** File that keeps all output; made anew. */
  readonly log: string;
  readonly signal: AbortSignal;
}

/**
 * Runs the steps one after another.
 * @throws {HumanError} naming the step that failed and the log, or that it was stopped.
 */
export async function runInstall(steps: readonly InstallStep[], options: InstallOptions): Promise<void> {
  fs.mkdirSync(path.dirname(options.log), { recursive: true });
  fs.writeFileSync(options.log, '');
  for (const [index, step] of steps.entries()) {
    options.onStep(step.title, index, steps.length);
    await runStep(step, options);
  }
}

async function runStep(step: InstallStep, options: InstallOptions): Promise<void> {
  const [program, ...args] = step.command;
  fs.appendFileSync(options.log, `$ ${step.command.join(' ')}\n`);
  let last = '';
  const onLine = (line: string): void => {
    fs.appendFileSync(options.log, `${line}\n`);
    if (line.trim() !== '') last = line.trim();
    options.onLine(line);
  };
  const { env, signal } = options;
  const code = await runProgramByLine(program, args, { env, signal, onLine }).catch(String);
  if (signal.aborted) throw new HumanError('python.install-stopped');
  if (code === 0) return;
  const cause = typeof code === 'string' ? code : last;
  throw new HumanError('python.install-failed', {
    step: step.title,
    cause,
    log: options.log,
  });
}
