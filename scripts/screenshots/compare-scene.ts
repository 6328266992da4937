import fs from 'node:fs/promises';
import path from 'node:path';
import { recordEndedRun } from '../../test/e2e/recorded-run.ts';
import type { Camera } from './camera.ts';
import type { SampleWindow } from './sample-window.ts';

const recorded = path.resolve(import.meta.dirname, '../../test/fixtures/comparisons/conductor.json');

/** A comparison of the sample's run, opened from its file: the same in every picture. */
export async function takeCompare({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const run = await recordEndedRun(project, 'conductor');
  const saved = path.join(run, 'comparisons/20261125-210000');
  await fs.mkdir(saved, { recursive: true });
  await fs.copyFile(recorded, path.join(saved, 'comparison.json'));
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  await workbench.command('tuningFork.compareBeforeAfter', path.basename(run));
  await workbench.webviewFrame('.compare .rows');
  await camera.take('compare', async (look) => {
    await workbench.webviewFrame(`html[lang=${look.language}] .compare .rows`);
  });
  await workbench.reset();
  await fs.rm(run, { recursive: true });
}
