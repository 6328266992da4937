import fs from 'node:fs/promises';
import path from 'node:path';
import { HubEmulator } from '../kit/hub/hub-emulator.ts';
import { expect, test as base, type ServerSettings } from './fixtures.ts';
import { loggedSteps, oneTo, onlyRun, recordedEvents } from './recorded-run.ts';
import { environmentForTraining, linkSampleModel, runPage, trainingPython } from './training.ts';
import type { Workbench } from '../kit/workbench.ts';

const test = base.extend<object, { readonly hub: HubEmulator; readonly serverSettings: ServerSettings }>({
  hub: [
    async ({ playwright: _playwright }, use) => {
      const hub = await HubEmulator.start({ python: trainingPython() });
      await use(hub);
      await hub.stop();
    },
    { scope: 'worker' },
  ],
  serverSettings: [
    async ({ hub }, use) => {
      const signedIn = { HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token };
      await use({ env: { ...environmentForTraining(), ...signedIn } });
    },
    { scope: 'worker' },
  ],
});

test.use({ project: 'media/sample' });

const PATIENCE_MS = 240_000;
const start = /^Start the Job \(at most \d+\.\d\d \$\)$/;

async function planJob(workbench: Workbench, recipe = 'recipe.sft.yaml') {
  await workbench.openFile(recipe);
  await workbench.runCommand('Tuning Fork: Train on HF Jobs');
  return workbench.webviewFrame('.plan');
}

test.describe('training on HF Jobs', () => {
  test.setTimeout(3 * PATIENCE_MS);
  test.beforeEach(({ hub }) => hub.faults.clear());

  test('shows price and what leaves, trains the sample, survives a reload, and its result is fetched', async ({
    workbench,
    folder,
    hub,
  }) => {
    await linkSampleModel(folder);
    const plan = await planJob(workbench);
    await expect(plan.getByText('on a simulated Hub: nothing is uploaded or paid').first()).toBeVisible();
    await expect(plan.getByText(/\$ an hour, at most/).first()).toBeVisible();
    await expect(plan.getByText('model/model.safetensors').first()).toBeVisible();
    await expect(workbench.statusItem('Simulated Hub')).toBeVisible();
    await plan.getByRole('button', { name: start }).click();
    const { chart } = await runPage(workbench);
    await expect(chart).toHaveAttribute('aria-label', /step [1-9]/i, { timeout: PATIENCE_MS });
    await workbench.reload(/restore[\\":]+[^"]*runs/);
    const again = await runPage(workbench);
    await expect(again.chart).toHaveAttribute('aria-label', /step 12/i, { timeout: PATIENCE_MS });
    await expect(again.page.getByText(/^Completed after step 12/).first()).toBeVisible({
      timeout: PATIENCE_MS,
    });
    const run = await onlyRun(folder);
    const events = await recordedEvents(run);
    expect(events.map(({ seq }) => seq)).toEqual(oneTo(events.length));
    expect(loggedSteps(events)).toEqual(oneTo(12));
    expect(hub.repository('tuner/recipe')?.isPrivate).toBe(true);
    await again.page.getByRole('button', { name: 'Fetch the Result' }).click();
    await expect(again.page.getByText(/^The result is in /).first()).toBeVisible({ timeout: 60_000 });
    expect(await fs.readdir(path.join(folder, 'out'))).toContain('adapter_model.safetensors');
    await expect(again.page.getByRole('button', { name: 'Compare Before and After' })).toBeVisible();
  });

  test('is cancelled by Stop', async ({ workbench, folder, hub }) => {
    await linkSampleModel(folder);
    const plan = await planJob(workbench);
    await plan.getByRole('button', { name: start }).click();
    const { page, chart } = await runPage(workbench);
    await expect(chart).toHaveAttribute('aria-label', /step [1-9]/i, { timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText(/^The job was cancelled/).first()).toBeVisible({ timeout: 60_000 });
    expect(hub.jobs.at(-1)?.stage).toBe('CANCELED');
  });

  test('says what to do where nobody is signed in, where there is no credit, and where the Hub is away', async ({
    workbench,
    folder,
    hub,
  }) => {
    await linkSampleModel(folder);
    hub.faults.set('unauthorized', true);
    const plan = await planJob(workbench);
    await expect(plan.getByText(/token is not valid/).first()).toBeVisible({ timeout: 30_000 });
    await expect(plan.getByRole('button', { name: 'Sign In to Hugging Face' })).toBeVisible();
    hub.faults.clear();
    await plan.getByRole('button', { name: 'Check Again' }).click();
    await expect(plan.getByRole('button', { name: start })).toBeEnabled({ timeout: 30_000 });
    hub.faults.set('no-credit', true);
    await plan.getByRole('button', { name: start }).click();
    await expect(workbench.toast(/positive credit balance/)).toBeVisible({ timeout: PATIENCE_MS });
    await expect(plan.getByRole('button', { name: start })).toBeEnabled({ timeout: 30_000 });
  });

  test('offers hardware with prices and keeps the choice', async ({ workbench, folder }) => {
    await linkSampleModel(folder);
    const plan = await planJob(workbench);
    await plan.getByRole('button', { name: 'Choose Hardware and Time-out' }).click();
    await workbench.quickInput.pick(/a10g-small/);
    await workbench.quickInput.pick(/^30m/);
    await expect(plan.getByText(/a10g-small/).first()).toBeVisible({ timeout: 30_000 });
    await expect(plan.getByText(/use_cpu is true, so the GPU/).first()).toBeVisible();
  });
});
