import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';

export interface DetachedOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** File that standard output and error are appended to. */
  readonly output: string;
}

/**
 * Starts a program in a session and process group of its own: no terminal, no SIGHUP, and output by its own file descriptor, so
 * that it depends on nothing of ours (trl-and-jobs.md §11, rows 1-3). No shell is involved.
 * @returns the pid, which is also the number of its group
 * @throws the system's error if the program cannot be started
 */
export async function spawnDetached(command: readonly string[], options: DetachedOptions): Promise<number> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error('no program');
  const output = await fs.open(options.output, 'a', 0o600);
  try {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      shell: false,
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    if (child.pid === undefined) throw new Error('no pid');
    return child.pid;
  } finally {
    await output.close();
  }
}
