import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { FileToCheck } from './check-file.ts';
import type { FileAnswer } from './check-files.ts';

const script = path.resolve(import.meta.dirname, 'check-files.ts');

/** Files of some kilobytes need no more; a process that grows beyond ends by itself. */
const HEAP_MB = 256;

/** A process that checks one file after another; one that died or had to be ended is replaced by the next question. */
export class CheckingProcess {
  readonly #heapMb: number;
  #child: ChildProcess | null = null;
  #stderr = '';

  constructor(heapMb = HEAP_MB) {
    this.#heapMb = heapMb;
  }

  /** The answer of the process; where it crashed, or gave none within the time, a problem says which. */
  async check(ask: FileToCheck, watchdogMs: number): Promise<FileAnswer> {
    const child = this.#running();
    const outcome = Promise.withResolvers<FileAnswer | string>();
    const crashed = (): void => outcome.resolve(`crashed: ${this.#stderr}`);
    const answered = (answer: unknown): void => outcome.resolve(answer as FileAnswer);
    const watchdog = setTimeout(() => outcome.resolve(`no answer within ${watchdogMs / 1000} s`), watchdogMs);
    child.once('close', crashed);
    child.once('message', answered);
    child.send(ask);
    const answer = await outcome.promise;
    clearTimeout(watchdog);
    child.off('close', crashed);
    child.off('message', answered);
    if (typeof answer !== 'string') return answer;
    this.close();
    return { problems: [answer], report: null, peakBytes: 0 };
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #running(): ChildProcess {
    if (this.#child !== null) return this.#child;
    const child = fork(script, [], { execArgv: [`--max-old-space-size=${this.#heapMb}`], silent: true });
    this.#stderr = '';
    child.stderr?.on('data', (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString()).slice(-2000);
    });
    this.#child = child;
    return child;
  }
}
