import { execFile, spawn, type ExecFileException } from 'node:child_process';
import readline from 'node:readline';
import { PassThrough } from 'node:stream';

/** How a program ended. `code` is null if it was ended by a signal or never started; then `fault` says why. */
export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** System error such as ENOENT where the program could not be started, `timeout`, or `ABORT_ERR`. */
  readonly fault: string | null;
}

export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** Standard input; none if absent. */
  readonly input?: string | undefined;
  /** Ends the program when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs a short program to its end, without a shell. It never rejects. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const limits = {
      timeout: options.timeoutMs,
      maxBuffer: 16 * 1024 * 1024,
      killSignal: 'SIGKILL',
    } as const;
    const { env, input, signal } = options;
    const child = execFile(file, args, { env, signal, ...limits }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, stdout, stderr, fault: faultOf(error) });
    });
    // A program that ends without reading its input is judged by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function faultOf(error: ExecFileException | null): string | null {
  if (error === null || typeof error.code === 'number') return null;
  if (error.killed === true) return 'timeout';
  return typeof error.code === 'string' ? error.code : (error.signal ?? error.message);
}

export interface LineOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Ends the program when it is aborted. */
  readonly signal: AbortSignal;
  /** Gets each line of standard output and standard error, as they come. */
  readonly onLine: (line: string) => void;
}

/**
 * Runs a long program line by line and gives its exit code; null if a signal ended it.
 * @throws the system's error if it cannot be started
 */
export async function runProgramByLine(
  file: string,
  args: readonly string[],
  options: LineOptions,
): Promise<number | null> {
  const child = spawn(file, args, { env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => void child.kill('SIGTERM');
  options.signal.addEventListener('abort', stop, { once: true });
  const output = new PassThrough();
  for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  void ended.then(
    () => output.end(),
    () => output.end(),
  );
  try {
    for await (const line of readline.createInterface({ input: output, crlfDelay: Infinity }))
      options.onLine(line);
    return await ended;
  } finally {
    options.signal.removeEventListener('abort', stop);
  }
}
