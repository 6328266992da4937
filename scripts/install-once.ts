import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { withInstallLock } from './install-lock.ts';

/** Runs one program of an installation; its output goes to the log, and a failure is an error that names the log. */
export type InstallStep = (
  command: string,
  args: readonly string[],
  options?: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
) => Promise<void>;

export interface Installation {
  /** Where it goes; the name changes with everything that the content depends on. */
  readonly directory: string;
  /** What a person reads before a long wait, such as "VS Code (code-server), about 30 s". */
  readonly title: string;
  readonly install: (step: InstallStep) => Promise<void>;
}

const COMPLETE = '.complete';

/**
 * Installs into a directory of the cache unless that is done. Complete is what bears the mark that is written last: an
 * installation that was cut off is made again from nothing. Directories are not renamed at the end, because virtual
 * environments hold their own absolute path.
 */
export async function installOnce(installation: Installation): Promise<void> {
  const { directory, title, install } = installation;
  const mark = path.join(directory, COMPLETE);
  if (existsSync(mark)) return;
  await withInstallLock(`${directory}.lock`, async () => {
    if (existsSync(mark)) return;
    const start = performance.now();
    const log = `${directory}.log`;
    console.error(`Installing ${title}, once, into ${directory}`);
    await fs.rm(directory, { recursive: true, force: true });
    await fs.mkdir(directory, { recursive: true });
    await fs.writeFile(log, '');
    await install((command, args, options) => runLogged(log, command, args, options));
    await fs.writeFile(mark, `${new Date().toISOString()}\n`);
    console.error(`  done in ${Math.round((performance.now() - start) / 1000)} s`);
  });
}

async function runLogged(
  log: string,
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  const line = [path.basename(command), ...args].join(' ');
  console.error(`  ${line.length > 110 ? `${line.slice(0, 110)} …` : line}`);
  await fs.appendFile(log, `\n$ ${line}\n`);
  const output = await fs.open(log, 'a');
  try {
    await exited(spawn(command, args, { ...options, stdio: ['ignore', output.fd, output.fd] }));
  } catch (error) {
    const tail = (await fs.readFile(log, 'utf8')).slice(-3000);
    throw new Error(`${line} failed; the whole log is ${log}\n${tail}`, { cause: error });
  } finally {
    await output.close();
  }
}

/** Resolves when the child ended with 0, and rejects otherwise. The child does not outlive this process. */
function exited(child: ReturnType<typeof spawn>): Promise<void> {
  const end = (): void => void child.kill();
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.removeListener('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}
