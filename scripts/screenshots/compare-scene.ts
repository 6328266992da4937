import fs from 'node:fs/promises';
import path from 'node:path';
import { recordComparison, recordEndedRun } from '../../test/e2e/recorded-run.ts';
import type { Camera } from './camera.ts';
import type { SampleWindow } from './sample-window.ts';

/** A comparison of the sample's run, opened from its file: the same in every picture. */
export async function takeCompare({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const run = await recordEndedRun(project, 'conductor');
  await recordComparison(run);
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
