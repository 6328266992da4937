import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The line that installs packages by hand, for people whose rights this process does not have. */
export function aptLine(packages: readonly string[]): string {
  return `sudo apt-get install -y ${packages.join(' ')}`;
}

/** Installs Debian packages, saying so first, where this process is root on a system with apt; says whether it did. */
export function installByApt(packages: readonly string[], why: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.error(`Installing ${packages.join(', ')} with apt-get (${why}), once …`);
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function apt(...args: string[]): boolean {
  const result = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}
