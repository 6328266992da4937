import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Frame } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { endRuns, onlyRun, processesOf, recordComparison, recordEndedRun } from './recorded-run.ts';
import { environmentForTraining, trainingPython } from './training.ts';

test.use({ project: 'media/sample', serverSettings: { env: environmentForTraining() } });

const root = path.resolve(import.meta.dirname, '../..');
const title = 'Tuning Fork: Compare Before and After Training';
const unloaded = 'The models are no longer loaded. Compare again to ask them prompts of your own.';

/** Two models of a few thousand numbers are compared in seconds, and in many times that on a computer that others use. */
const PATIENCE_MS = 240_000;

test.describe('a comparison that was made before', () => {
  test.beforeEach(async ({ folder }) => {
    await recordComparison(await recordEndedRun(folder));
  });

  test('opens from its file, with nothing started, and again after a reload', async ({
    workbench,
    folder,
  }) => {
    await workbench.runCommand(title);
    await expectRecorded(await workbench.webviewFrame('.compare .rows'));
    await workbench.reload(/restore[\\":]+[^"]*comparisons\/20261125-210000/);
    await expectRecorded(await workbench.webviewFrame('.compare .rows'));
    expect(await processesOf(await onlyRun(folder))).toEqual([]);
  });

  test('opens from the Runs view and from the Run panel, in one panel', async ({ workbench, folder }) => {
    await workbench.openContainer('Tuning Fork');
    const item = workbench.treeRow('Recipes & Runs', 'tiny');
    await item.hover();
    await item.locator('.action-label[aria-label^="Compare Before and After"]').click();
    await workbench.webviewFrame('.compare .rows');
    await workbench.command('tuningFork.showRun', path.basename(await onlyRun(folder)));
    const run = await workbench.webviewFrame('.run');
    await run.getByRole('button', { name: 'Compare Before and After' }).click();
    await workbench.webviewFrame('.compare .rows');
    await expect(workbench.page.locator('.tab', { hasText: 'Compare: tiny' })).toHaveCount(1);
  });

  test('is read by the keyboard: rows, their answers, their tokens, their lines', async ({ workbench }) => {
    await workbench.runCommand(title);
    const page = await workbench.webviewFrame('.compare .rows');
    const list = page.getByRole('grid', { name: 'Rows, worst first' });
    const rows = list.locator('tbody tr');
    await rows.first().focus();
    await workbench.page.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused();
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
    await workbench.page.keyboard.press('End');
    await expect(rows.last()).toBeFocused();
    await workbench.page.keyboard.press('Enter');
    const pair = page.locator('.pair').last();
    await expect(pair).toBeFocused();

    const strip = pair.getByRole('slider');
    await strip.focus();
    await workbench.page.keyboard.press('End');
    await expect(strip).toHaveAttribute('aria-valuetext', /<\|im_end\|>.*: loss \d/);
    await pair.getByRole('button', { name: /^Open row \d+ of test\.jsonl$/ }).press('Enter');
    await workbench.tab('test.jsonl').waitFor();
  });
});

test('a run that left no model says so, in its panel', async ({ workbench, folder }) => {
  const run = await recordEndedRun(folder);
  await workbench.command('tuningFork.compareBeforeAfter', path.basename(run));
  const page = await workbench.webviewFrame('.compare .notice');
  await expect(page.getByRole('alert')).toContainText('left neither a model nor a whole checkpoint');
  await expect(page.getByRole('button', { name: 'Compare Again' })).toBeEnabled();
});

test.describe('a run that was just trained', () => {
  test.setTimeout(4 * PATIENCE_MS);
  test.afterEach(({ folder }) => endRuns(folder));

  test('is compared at once, answers, is kept, and ends with its panel', async ({ workbench, folder }) => {
    await trainTiny(folder);
    const run = await onlyRun(folder);
    await workbench.command('tuningFork.showRun', path.basename(run));
    const panel = await workbench.webviewFrame('.run');
    await panel.getByRole('button', { name: 'Compare Before and After' }).click();
    const page = await workbench.webviewFrame('.compare');
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
    const question = page.getByRole('textbox', { name: 'Your prompt for both models' });
    await expect(question).toBeEnabled({ timeout: PATIENCE_MS });
    await expect(page.locator('.rows tbody tr')).toHaveCount(3);
    await expect(page.locator('.key-numbers')).toContainText(/Held-out loss.*\d → \d.*of 3 rows/);

    await question.fill('say 99');
    await question.press('Enter');
    await expect(page.getByRole('heading', { name: 'Your prompts' })).toBeVisible();
    await expect(question).toBeEnabled({ timeout: PATIENCE_MS });
    await expect(question).toHaveValue('');
    const own = (await savedPrompts(run)).filter(({ source }) => source === 'own');
    expect(own).toMatchObject([{ messages: [{ content: 'say 99' }], before: {}, after: {} }]);
    expect(await processesOf(run)).not.toEqual([]);

    await workbench.reload(/restore[\\":]+[^"]*runs/);
    const again = await workbench.webviewFrame('.compare .rows');
    await expect(again.getByText('say 99')).toBeVisible();
    await expect(again.getByText(unloaded)).toBeVisible();
    await expect.poll(() => processesOf(run), { timeout: 30_000 }).toEqual([]);

    await again.getByRole('button', { name: 'Compare Again' }).click();
    await expect.poll(() => processesOf(run), { timeout: PATIENCE_MS }).not.toEqual([]);
    await again.getByRole('button', { name: 'Cancel' }).click();
    await expect(again.getByRole('button', { name: 'Compare Again' })).toBeVisible({ timeout: PATIENCE_MS });
    await expect.poll(() => processesOf(run), { timeout: 30_000 }).toEqual([]);
    await expect(again.getByText('say 99')).toBeVisible();

    await again.getByRole('button', { name: 'Compare Again' }).click();
    await expect.poll(() => processesOf(run), { timeout: PATIENCE_MS }).not.toEqual([]);
    await workbench.command('workbench.action.closeActiveEditor');
    await expect.poll(() => processesOf(run), { timeout: 30_000 }).toEqual([]);
  });
});

async function expectRecorded(page: Frame): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'tiny against SmolLM2-135M-Instruct, expanded from 4-bit',
  );
  await expect(page.locator('.key-numbers')).toContainText(/\d → \d.*of 12 rows.*of 12 prompts/);
  await expect(page.locator('.rows tbody tr')).toHaveCount(12);
  await expect(page.locator('.pair')).toHaveCount(12);
  await expect(page.getByRole('textbox')).toBeDisabled();
  await expect(page.getByText(unloaded)).toBeVisible();
}

interface SavedPrompt {
  readonly source: string;
}

/** The prompts in the only comparison of a run. Read here without the product's own parser. */
async function savedPrompts(run: string): Promise<SavedPrompt[]> {
  const folder = path.join(run, 'comparisons');
  const [name = ''] = await fs.readdir(folder);
  const text = await fs.readFile(path.join(folder, name, 'comparison.json'), 'utf8');
  return (JSON.parse(text) as { readonly prompts: SavedPrompt[] }).prompts;
}

/** Trains a random model of a few thousand numbers for two steps, by the command line. */
async function trainTiny(folder: string): Promise<void> {
  const run = promisify(execFile);
  const program = path.join(root, 'test/kit/python/make_tiny_model.py');
  await run(trainingPython(), [program, path.join(folder, 'tiny-model')]);
  await fs.mkdir(path.join(folder, 'tiny-data'));
  await fs.writeFile(path.join(folder, 'tiny-data/train.jsonl'), rows(0, 8));
  await fs.writeFile(path.join(folder, 'tiny-data/test.jsonl'), rows(8, 3));
  await fs.writeFile(path.join(folder, 'tiny.sft.yaml'), tinyRecipe);
  await run(process.execPath, [path.join(root, 'dist/cli.js'), 'train', 'tiny.sft.yaml'], {
    cwd: folder,
    env: { ...process.env, ...environmentForTraining() },
  });
}

function rows(from: number, count: number): string {
  const row = (index: number): string =>
    JSON.stringify({
      messages: [
        { role: 'user', content: `say ${index}` },
        { role: 'assistant', content: `number ${index} it is` },
      ],
    });
  return Array.from({ length: count }, (_, i) => `${row(from + i)}\n`).join('');
}

const tinyRecipe = `model_name_or_path: ./tiny-model
dataset_name: tiny-data
output_dir: tiny-out
max_steps: 2
per_device_train_batch_size: 2
logging_steps: 1
learning_rate: 1.0e-2
max_length: 128
use_cpu: true
bf16: false
report_to: none
`;
