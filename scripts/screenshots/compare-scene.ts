import fs from 'node:fs/promises';
import path from 'node:path';
import { onlyRun, recordComparison, recordEndedRun } from '../../test/e2e/recorded-run.ts';
import type { Camera } from './camera.ts';
import { whileProcessesPause } from './run-processes.ts';
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

/** The comparison of the run that was just trained, held in the middle of measuring and of its second answer; then at its end. */
export async function takeComparing({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const run = await onlyRun(project);
  await workbench.openContainer('Tuning Fork');
  await workbench.command('tuningFork.compareBeforeAfter', path.basename(run));
  const moments = [
    ['compare-loading', '.compare .phases'],
    ['compare-measuring', '.compare .progress[aria-valuenow]:not([aria-valuenow="0"])'],
    ['compare-answering', '.compare .pair:nth-of-type(2) .answer-text .caret'],
  ] as const;
  for (const [name, selector] of moments) {
    await (await workbench.webviewFrame('.compare')).locator(selector).first().waitFor({ timeout: 480_000 });
    await whileProcessesPause(run, () =>
      camera.take(name, async (look) => {
        await workbench.webviewFrame(`html[lang=${look.language}] .compare .phases`);
      }),
    );
  }
  const page = await workbench.webviewFrame('.compare');
  await page.locator('.ask textarea:enabled').waitFor({ timeout: 480_000 });
  await camera.take('compare-live', async (look) => {
    await workbench.webviewFrame(`html[lang=${look.language}] .compare .rows`);
  });
  await workbench.reset();
}
