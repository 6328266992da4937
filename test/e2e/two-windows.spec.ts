import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureHost } from '../../scripts/vscode-host.ts';
import { newPage } from '../kit/browser.ts';
import { Workbench } from '../kit/workbench.ts';
import { expect, test } from './fixtures.ts';
import { endRuns, onlyRun, processesOf, recordedOutcome } from './recorded-run.ts';
import { environmentForTraining, linkSampleModel, runPage, trainHere } from './training.ts';

test.use({ project: 'media/sample', serverSettings: { env: environmentForTraining() } });

const root = path.resolve(import.meta.dirname, '../..');

test.setTimeout(300_000);
test.afterEach(({ folder }) => endRuns(folder));

test('two windows show one run, and both see that a terminal stopped it', async ({
  vscode,
  workbench,
  folder,
}) => {
  await linkSampleModel(folder);
  await trainHere(workbench);
  const first = await runPage(workbench);
  const run = await onlyRun(folder);
  const id = path.basename(run);

  const other = new Workbench(await newPage(vscode.browser), vscode.server, vscode.bridge);
  try {
    await other.open(folder);
    await other.runCommand('Tuning Fork: Show Run');
    const second = await runPage(other);
    for (const { chart } of [first, second]) {
      await expect(chart).toHaveAttribute('aria-label', /step [1-9]/i, { timeout: 200_000 });
    }
    expect(await onlyRun(folder)).toBe(run);

    await tuningFork(folder, 'runs', 'stop', id);
    for (const { page } of [first, second]) {
      await expect(page.getByText(/^Stopped by you at step/).first()).toBeVisible({ timeout: 20_000 });
    }
    expect(await recordedOutcome(run)).toBe('stopped');
    expect(await processesOf(run)).toEqual([]);
  } finally {
    await other.page.context().close();
  }
});

/** As in a terminal of this folder. */
async function tuningFork(folder: string, ...argv: string[]): Promise<void> {
  const { node } = await ensureHost();
  await promisify(execFile)(node, [path.join(root, 'dist/cli.js'), ...argv], { cwd: folder });
}
