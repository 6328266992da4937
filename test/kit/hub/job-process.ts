import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { signalGroup } from '../../../src/node/process/signal-group.ts';

export interface ProcessRequest {
  readonly command: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Marks every process of the job on Linux, also one that left the group: `JOB_ID=…`. */
  readonly mark: string;
  readonly onLine: (line: string) => void;
}

/** The exit code as a shell says it: 128 and the signal's number for a process that a signal ended. */
export interface RunningProcess {
  readonly ended: Promise<number>;
  signal(signal: NodeJS.Signals): void;
  /** Leaves no process of the job. */
  kill(): void;
}

const signalNumbers: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
};

/** Runs a job's command in a process group of its own. When its first process ends all others do, as in a container. */
export function runProcess(request: ProcessRequest): RunningProcess {
  const [program = '', ...args] = request.command;
  const child = spawn(program, args, {
    cwd: request.directory,
    env: request.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = child.pid;
  const signal = (name: NodeJS.Signals): void => {
    if (group !== undefined) signalGroup(group, name);
  };
  const kill = (): void => {
    signal('SIGKILL');
    killMarked(request.mark);
  };
  return { ended: untilEnd(child, request.onLine, kill), signal, kill };
}

async function untilEnd(
  child: ChildProcess,
  onLine: (line: string) => void,
  kill: () => void,
): Promise<number> {
  const output = Promise.all([child.stdout, child.stderr].map((stream) => readLines(stream, onLine)));
  const exit = Promise.withResolvers<number>();
  child.once('error', (error) => {
    onLine(error.message);
    exit.resolve(127);
  });
  child.once('exit', (code, name) => exit.resolve(code ?? 128 + (signalNumbers[name ?? 'SIGKILL'] ?? 0)));
  const code = await exit.promise;
  kill();
  await output;
  return code;
}

/** Lines end at a line feed; a carriage return before it goes. What has no end at the end counts as a line. */
async function readLines(stream: Readable | null, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let open = '';
  for await (const chunk of stream ?? []) {
    const lines = (open + decoder.write(chunk as Buffer)).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  }
  open += decoder.end();
  if (open !== '') onLine(open);
}

function killMarked(mark: string): void {
  if (process.platform !== 'linux') return;
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = fs.readFileSync(`/proc/${pid}/environ`, 'latin1');
      if (environment.split('\0').includes(mark)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone, or not ours.
    }
  }
}
