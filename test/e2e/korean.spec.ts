import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { recordComparison, recordEndedRun } from './recorded-run.ts';
import { environmentForTraining, linkSampleModel } from './training.ts';

test.use({
  project: 'media/sample',
  serverSettings: { env: environmentForTraining(), settings: { 'tuningFork.language': 'ko' } },
});

test('findings are in Korean', async ({ workbench }) => {
  await workbench.openFile('defects.jsonl');
  const problems = await workbench.problems();
  const syntax = problems.filter({ hasText: 'json-syntax' }).first();
  await expect(syntax).toContainText('십시오.');
});

test('the preview is in Korean', async ({ workbench }) => {
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Preview Chat Template');
  const page = await workbench.webviewFrame('#rendered');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByText('60행 중 1').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '렌더링된 텍스트 복사' })).toBeVisible();
});

test('the plan is in Korean, and so is the button that starts it', async ({ workbench, folder }) => {
  await linkSampleModel(folder);
  await workbench.openFile('recipe.sft.yaml');
  await workbench.runCommand('Tuning Fork: Train Here');
  const plan = await workbench.webviewFrame('.plan');
  await expect(plan.getByRole('heading', { name: 'recipe 계획' })).toBeVisible();
  await expect(plan.getByText('답변만 학습합니다.')).toBeVisible();
  await expect(plan.getByRole('button', { name: '여기서 학습' })).toBeEnabled({ timeout: 30_000 });
  await expect(plan.getByRole('button', { name: '다시 확인' })).toBeVisible();
});

test('a run is in Korean', async ({ workbench, folder }) => {
  const run = await recordEndedRun(folder);
  await workbench.command('tuningFork.showRun', path.basename(run));
  const page = await workbench.webviewFrame('#loss-chart');
  await expect(page.locator('#loss-chart')).toHaveAttribute('aria-label', /손실: 6스텝/);
  await expect(page.getByText('스텝 6에서 완료되었습니다.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '체크포인트' })).toBeVisible();
  await workbench.openContainer('Tuning Fork');
  await expect(workbench.treeRow('Recipes & Runs', 'tiny')).toContainText('손실 4.71');
});

test('a comparison is in Korean', async ({ workbench, folder }) => {
  const run = await recordEndedRun(folder);
  await recordComparison(run);
  await workbench.command('tuningFork.compareBeforeAfter', path.basename(run));
  const page = await workbench.webviewFrame('.compare .rows');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('heading', { name: '행, 가장 나빠진 순' })).toBeVisible();
  await expect(page.getByRole('button', { name: '다시 비교' })).toBeVisible();
});
