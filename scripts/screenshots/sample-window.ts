import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { launchBrowser, newPage } from '../../test/kit/browser.ts';
import { installPackagedExtension } from '../../test/kit/installed-extensions.ts';
import { startTestServer } from '../../test/kit/test-server.ts';
import { Workbench } from '../../test/kit/workbench.ts';
import { endRuns } from './run-processes.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** VS Code with the packaged extension on a copy of the sample project. */
export interface SampleWindow {
  readonly workbench: Workbench;
  readonly project: string;
  /** Ends the window, its server and the runs of the project, and removes the project. */
  close(): Promise<void>;
}

/**
 * Opens the window. `model` is linked into the project as the folder that its recipe names; `env` comes on top of what VS Code gets.
 */
export async function openSampleWindow(
  python: string,
  model: string,
  env: Readonly<Record<string, string>> = {},
): Promise<SampleWindow> {
  // The project's path is seen in the pictures, so it must not be a random one.
  const scratch = path.join(os.tmpdir(), 'tuning-fork-screenshots');
  await fs.rm(scratch, { recursive: true, force: true });
  const project = path.join(scratch, 'sample');
  const bridge = path.join(scratch, 'bridge');
  await fs.cp(path.join(root, 'media/sample'), project, { recursive: true });
  await fs.symlink(await fs.realpath(model), path.join(project, 'model'));
  // So is that of the interpreter, which a plan names.
  const environment = path.resolve(path.dirname(python), '..');
  await fs.symlink(environment, path.join(scratch, 'venv'));
  const shownPython = path.join(scratch, 'venv', path.relative(environment, python));
  const interrupted = (): void => endRuns(project);
  process.once('exit', interrupted);
  const server = await startTestServer({
    // The ports that a training run opens would be counted in the status bar.
    settings: { 'remote.autoForwardPorts': false },
    env: { ...env, TUNING_FORK_PYTHON: shownPython, TUNING_FORK_TEST_BRIDGE: bridge },
    installExtensions: installPackagedExtension,
  });
  const browser = await launchBrowser();
  const workbench = new Workbench(await newPage(browser), server, bridge);
  await workbench.open(project);
  return {
    workbench,
    project,
    async close() {
      await browser.close();
      await server.stop();
      endRuns(project);
      process.removeListener('exit', interrupted);
      await fs.rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
