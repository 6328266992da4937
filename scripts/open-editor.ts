import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { codeServerPlaces, startCodeServer, type CodeServer } from './code-server.ts';

/** Settings of a VS Code that is there for this extension alone. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  // As on the desktop: the web's defaults save by themselves and refuse to show files over 10 MB.
  'files.autoSave': 'off',
  'workbench.editorLargeFileConfirmation': 1024,
};

export interface EditorRequest {
  /** The extension under development. */
  readonly extension: string;
  /** The folder to open. */
  readonly folder: string;
  /** The interpreter that the extension shall use; nothing lets it look for one. */
  readonly python: string | undefined;
  /** A Hub in place of the official one. */
  readonly hub: { readonly endpoint: string; readonly token: string } | undefined;
}

/** Opens the desktop's VS Code, whose command returns at once. Resolves with its exit code. */
export async function openDesktop(program: string, request: EditorRequest): Promise<number> {
  if (request.python !== undefined) {
    await writeWhereMissing(
      path.join(request.folder, '.vscode/settings.json'),
      pythonSetting(request.python),
    );
  }
  const args = ['--new-window', `--extensionDevelopmentPath=${request.extension}`, request.folder];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...process.env, ...variables(request) },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Starts VS Code for the browser with a profile in `directory`. A rebuilt extension needs a reload of the page. */
export async function openInBrowser(
  directory: string,
  request: EditorRequest,
  port: number,
): Promise<{ readonly server: CodeServer; readonly address: string }> {
  const places = codeServerPlaces(directory);
  await linkExtension(places.extensions, request.extension);
  await writeMachineSettings(places.userData, request.python);
  const env = variables(request);
  const server = await startCodeServer({ directory, settings, port, env });
  return { server, address: `${server.url}/?folder=${encodeURI(request.folder)}` };
}

/** VS Code lists a folder of extensions anew only where extensions.json is not there. */
async function linkExtension(extensions: string, extension: string): Promise<void> {
  const link = path.join(extensions, 'tuning-fork-development');
  await fs.mkdir(extensions, { recursive: true });
  await fs.rm(path.join(extensions, 'extensions.json'), { force: true });
  await fs.rm(link, { force: true });
  await fs.symlink(extension, link);
}

/** The machine's settings are ours; the user's own are never touched. */
async function writeMachineSettings(userData: string, python: string | undefined): Promise<void> {
  const file = path.join(userData, 'Machine/settings.json');
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, python === undefined ? '{}\n' : pythonSetting(python));
}

async function writeWhereMissing(file: string, content: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function pythonSetting(python: string): string {
  return `${JSON.stringify({ 'tuningFork.pythonPath': python }, null, 2)}\n`;
}

function variables({ python, hub }: EditorRequest): Readonly<Record<string, string>> {
  const ofHub: Record<string, string> =
    hub === undefined ? {} : { HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token, HF_HUB_DISABLE_XET: '1' };
  return python === undefined ? ofHub : { TUNING_FORK_PYTHON: python, ...ofHub };
}
