import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures.ts';
import {
  endRuns,
  loggedSteps,
  onlyRun,
  oneTo,
  processesOf,
  recordedEvents,
  recordedOutcome,
} from './recorded-run.ts';
import { environmentForTraining, linkSampleModel, runPage, trainHere, trainingPython } from './training.ts';

test.use({ project: 'media/sample', serverSettings: { env: environmentForTraining() } });

/** A run takes half a minute where nothing else runs, and many times that on a computer that others use. */
const PATIENCE_MS = 420_000;

const root = path.resolve(import.meta.dirname, '../..');

interface VoiceCounts {
  readonly before: number;
  readonly after: number;
  readonly of: number;
}

/** What the first test trains, the second listens to. */
test.describe.serial('the sample, trained whole while its extension host is killed', () => {
  test.setTimeout(2 * PATIENCE_MS);
  let kept: string;

  test.beforeAll(async () => {
    kept = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-adapter-'));
  });
  test.afterEach(({ folder }) => endRuns(folder));
  test.afterAll(() => fs.rm(kept, { recursive: true, force: true }));

  test('goes on, is shown again, and has every step once', async ({ workbench, folder }) => {
    await linkSampleModel(folder);
    await trainHere(workbench);
    const { chart } = await runPage(workbench);
    await expect(chart).toHaveAttribute('aria-label', /step [1-9]/i, { timeout: PATIENCE_MS });
    const run = await onlyRun(folder);

    const host = await workbench.inHost((_vscode, _nothing, require) => {
      const { pid } = require('node:process') as { readonly pid: number };
      return pid;
    }, undefined);
    process.kill(host, 'SIGKILL');
    expect(await recordedOutcome(run)).toBeUndefined();
    expect(await processesOf(run)).not.toEqual([]);

    await workbench.reload(/restore[\\":]+[^"]*runs/);
    const { chart: again } = await runPage(workbench);
    await expect(again).toHaveAttribute('aria-label', /step 12/i, { timeout: PATIENCE_MS });
    await expect.poll(() => recordedOutcome(run), { timeout: 60_000 }).toBe('completed');
    const events = await recordedEvents(run);
    expect(events.map(({ seq }) => seq)).toEqual(oneTo(events.length));
    expect(loggedSteps(events)).toEqual(oneTo(12));
    await expect.poll(() => processesOf(run)).toEqual([]);
    await fs.cp(path.join(folder, 'out'), kept, { recursive: true });
  });

  test('answers in the voice that it was taught, and did not before', async () => {
    const program = path.join(root, 'test/kit/python/voice_eval.py');
    const sample = path.join(root, 'media/sample');
    const { stdout } = await promisify(execFile)(
      trainingPython(),
      [program, '--model', path.join(root, 'out/sample-model'), '--adapter', kept].concat(
        ['--data', path.join(sample, 'data/test.jsonl')],
        ['--template', path.join(sample, 'chat_template.jinja')],
      ),
      { env: { ...process.env, HF_HUB_OFFLINE: '1' } },
    );
    const { before, after, of } = JSON.parse(stdout) as VoiceCounts;
    process.stdout.write(`voice: ${after} of ${of} after, ${before} before\n`);
    expect(of).toBe(12);
    expect(after).toBeGreaterThanOrEqual(8);
    expect(before).toBeLessThanOrEqual(2);
  });
});

test.describe('a run whose plan is closed while it starts', () => {
  test.setTimeout(120_000);
  test.afterEach(({ folder }) => endRuns(folder));

  test('starts all the same', async ({ workbench, folder }) => {
    await linkSampleModel(folder);
    await trainHere(workbench);
    await workbench.command('workbench.action.closeAllEditors');
    await workbench.openContainer('Tuning Fork');
    await expect(workbench.treeRow('Recipes & Runs', 'recipe')).toBeVisible({ timeout: 30_000 });
    expect(await processesOf(await onlyRun(folder))).not.toEqual([]);
    await expect(workbench.toast('ran into a bug')).toHaveCount(0);
  });
});
