import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startCodeServer, type CodeServer } from '../../scripts/code-server.ts';
import { quietSettings } from './quiet-settings.ts';

export interface TestServerOptions {
  /** On top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** VS Code's Restricted Mode: the folder that is opened is not trusted. */
  readonly restricted?: boolean;
  /** Puts extensions into the server's folder before it starts. */
  readonly installExtensions?: (extensions: string) => Promise<void>;
}

export interface TestServer extends CodeServer {
  /** Everything that belongs to this server; removed when it stops. */
  readonly directory: string;
  /** Whether the user settings are what the server started with. */
  hasFirstSettings(): Promise<boolean>;
  /** Brings the user settings back to what the server started with. */
  resetSettings(): Promise<void>;
}

/** A code-server with a profile of its own in a temporary folder. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-vscode-'));
  const restricted = options.restricted === true;
  const settings = {
    ...quietSettings,
    'security.workspace.trust.enabled': restricted,
    'security.workspace.trust.startupPrompt': 'never',
    ...options.settings,
  };
  const own = path.join(directory, 'xdg');
  await options.installExtensions?.(path.join(directory, 'extensions'));
  const server = await startCodeServer({
    directory,
    settings,
    workspaceTrust: restricted,
    args: options.args ?? [],
    env: {
      XDG_CONFIG_HOME: own,
      XDG_DATA_HOME: own,
      XDG_CACHE_HOME: own,
      XDG_RUNTIME_DIR: directory,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      ...options.env,
    },
  });
  const baseline = await fs.readFile(server.settingsFile, 'utf8');
  const hasFirstSettings = async (): Promise<boolean> =>
    (await fs.readFile(server.settingsFile, 'utf8')) === baseline;
  return {
    ...server,
    directory,
    hasFirstSettings,
    async resetSettings() {
      if (await hasFirstSettings()) return;
      // at once, since VS Code may read the file at any moment, and one that is empty for a moment is one without settings
      const part = `${server.settingsFile}.part`;
      await fs.writeFile(part, baseline);
      await fs.rename(part, server.settingsFile);
    },
    async stop() {
      await server.stop();
      await fs.rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
