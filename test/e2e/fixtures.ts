import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, type Browser, type TestInfo } from '@playwright/test';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { FolderCopy, readFolder, type FolderContent } from '../kit/folder-copy.ts';
import { installPackagedExtension } from '../kit/installed-extensions.ts';
import { startTestServer, type TestServer } from '../kit/test-server.ts';
import { Workbench } from '../kit/workbench.ts';

export { expect } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

export interface ServerSettings {
  /** Restricted Mode: the folder is not trusted. */
  readonly restricted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface VsCode {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly bridge: string;
  /** The window of the spec file that runs now. */
  window: { readonly file: string; readonly workbench: Workbench; readonly folder: FolderCopy } | undefined;
}

interface TestFixtures {
  /** The window: one page for all tests of a spec file, with an empty workbench before each. */
  readonly workbench: Workbench;
  /** The folder that the window shows, as it was at first before each test. */
  readonly folder: string;
}

interface WorkerFixtures {
  /** A folder whose copy is opened, as a path in the repository; `files` come on top. Of the file's first test. */
  readonly project: string | undefined;
  readonly files: Readonly<Record<string, string>>;
  readonly serverSettings: ServerSettings;
  readonly vscode: VsCode;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  project: [undefined, { option: true, scope: 'worker' }],
  files: [{}, { option: true, scope: 'worker' }],
  serverSettings: [{}, { option: true, scope: 'worker' }],

  vscode: [
    async ({ serverSettings }, use) => {
      const bridge = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bridge-'));
      const server = await startTestServer({
        ...serverSettings,
        env: { ...serverSettings.env, TUNING_FORK_TEST_BRIDGE: bridge },
        installExtensions: installPackagedExtension,
      });
      const vscode: VsCode = { server, browser: await launchBrowser(), bridge, window: undefined };
      await use(vscode);
      await closeWindow(vscode);
      await vscode.browser.close();
      await server.stop();
      await fs.rm(bridge, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  workbench: async ({ vscode, project, files }, use, info) => {
    const { workbench } = await windowOf(vscode, info.file, () => content(project, files));
    await use(workbench);
    if (info.status !== info.expectedStatus) await keepEvidence(vscode, workbench, info);
  },

  folder: async ({ vscode, workbench }, use) => {
    if (vscode.window?.workbench !== workbench) throw new Error('The window is not open.');
    await use(vscode.window.folder.path);
  },
});

async function windowOf(
  vscode: VsCode,
  file: string,
  initialContent: () => Promise<FolderContent>,
): Promise<NonNullable<VsCode['window']>> {
  if (vscode.window?.file === file) {
    const { workbench, folder } = vscode.window;
    await workbench.reset();
    await folder.restore();
    const left = await workbench.dialogs();
    if (left.length === 0) return vscode.window;
    // VS Code has dialogs of its own, which no command closes: a lost connection, a page that was to go.
    console.log(`a dialog is left, and the window is opened anew: ${left.join()}`);
  }
  await closeWindow(vscode);
  const folder = await FolderCopy.create(await initialContent());
  const workbench = new Workbench(await newPage(vscode.browser), vscode.server, vscode.bridge);
  vscode.window = { file, workbench, folder };
  await workbench.open(folder.path);
  return vscode.window;
}

async function closeWindow(vscode: VsCode): Promise<void> {
  if (vscode.window === undefined) return;
  await vscode.window.workbench.page.context().close();
  await vscode.window.folder.remove();
  vscode.window = undefined;
}

async function content(
  project: string | undefined,
  files: Readonly<Record<string, string>>,
): Promise<FolderContent> {
  const base = project === undefined ? new Map<string, Buffer>() : await readFolder(path.join(root, project));
  const own = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  return new Map([...base, ...own]);
}

/** A picture and VS Code's own logs, beside the test's other results in out/e2e; what stands over the workbench is told with the failure. */
async function keepEvidence(vscode: VsCode, workbench: Workbench, info: TestInfo): Promise<void> {
  const above = await workbench.above();
  if (above.length > 0)
    await info.attach('above the workbench', { body: above.join('\n'), contentType: 'text/plain' });
  await workbench.page.screenshot({ path: info.outputPath('failed.png') });
  await fs.cp(path.join(vscode.server.userData, 'logs'), info.outputPath('vscode-logs'), { recursive: true });
}
