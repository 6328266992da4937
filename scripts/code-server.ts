import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, closeSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ensureHost } from './vscode-host.ts';

/** No marketplace: nothing is looked up at the start, and nothing leaves the machine. */
const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":""}', NODE_OPTIONS: '' };

export interface CodeServerOptions {
  /** Holds settings, extensions, logs. */
  readonly directory: string;
  /** User settings, written where the directory has none yet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Asks whether a folder is trusted, as VS Code does; otherwise every folder is. */
  readonly workspaceTrust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export interface CodeServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly userData: string;
  readonly extensions: string;
  readonly settingsFile: string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the server with its extension hosts and terminals. Twice does nothing more. */
  stop(): Promise<void>;
}

/**
 * Starts VS Code as a server on this machine's loopback.
 * @throws where it does not answer within 30 seconds, with its log
 */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const { node, server } = await ensureHost();
  const { directory } = options;
  const places = codeServerPlaces(directory);
  await prepare(places, options.settings);
  const log = path.join(directory, 'server.log');
  const output = openSync(log, 'w');
  const child = spawn(node, [server, ...serverArguments(options, places)], {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...OFFLINE, GIT_TERMINAL_PROMPT: '0', ...options.env },
  });
  closeSync(output);
  const handle = ownProcessGroup(child);
  const port = await listeningPort(log, handle.ended);
  if (port === undefined) {
    await handle.stop();
    throw new Error(`code-server did not start:\n${await fs.readFile(log, 'utf8')}`);
  }
  return { url: `http://127.0.0.1:${port}`, ...places, ...handle };
}

export interface CodeServerPlaces {
  readonly userData: string;
  readonly extensions: string;
  readonly settingsFile: string;
}

export function codeServerPlaces(directory: string): CodeServerPlaces {
  const userData = path.join(directory, 'user');
  return {
    userData,
    extensions: path.join(directory, 'extensions'),
    settingsFile: path.join(userData, 'User', 'settings.json'),
  };
}

async function prepare(places: CodeServerPlaces, settings: CodeServerOptions['settings']): Promise<void> {
  await fs.mkdir(path.dirname(places.settingsFile), { recursive: true });
  await fs.mkdir(places.extensions, { recursive: true });
  if (settings !== undefined && !existsSync(places.settingsFile)) {
    await fs.writeFile(places.settingsFile, `${JSON.stringify(settings, null, 2)}\n`);
  }
}

function serverArguments(options: CodeServerOptions, places: CodeServerPlaces): string[] {
  return [
    '--auth=none',
    `--bind-addr=127.0.0.1:${options.port ?? 0}`,
    `--config=${path.join(options.directory, 'config.yaml')}`,
    `--user-data-dir=${places.userData}`,
    `--extensions-dir=${places.extensions}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--ignore-last-opened',
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.args ?? []),
  ];
}

/** The server is the leader of a group of its own, so that one signal reaches extension hosts, terminals and watchers. */
function ownProcessGroup(child: ChildProcess): Pick<CodeServer, 'ended' | 'stop'> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group is gone, which is what was wanted.
    }
  };
  const last = (): void => signal('SIGKILL');
  process.once('exit', last);
  return {
    ended,
    async stop() {
      signal('SIGTERM');
      await Promise.race([ended, wait(3_000)]);
      signal('SIGKILL');
      await ended;
      process.removeListener('exit', last);
    },
  };
}

async function listeningPort(log: string, ended: Promise<void>): Promise<string | undefined> {
  const gone = new AbortController();
  void ended.then(() => gone.abort());
  const end = performance.now() + 30_000;
  while (!gone.signal.aborted && performance.now() < end) {
    const match = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(await fs.readFile(log, 'utf8'));
    if (match !== null) return match[1];
    await wait(25);
  }
  return undefined;
}

/**
 * Installs a packaged extension into a folder of extensions. A folder that is put there by hand must come first: once
 * an install has written extensions.json, VS Code sees nothing that the file does not name.
 */
export async function installVsix(vsix: string, extensions: string): Promise<void> {
  const { node, server } = await ensureHost();
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-install-'));
  try {
    const { userData } = codeServerPlaces(scratch);
    const directories = ['--user-data-dir', userData, '--extensions-dir', extensions];
    const config = ['--config', path.join(scratch, 'config.yaml')];
    await promisify(execFile)(
      node,
      [server, ...config, ...directories, '--install-extension', vsix, '--force'],
      { env: { ...process.env, ...OFFLINE } },
    );
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}
