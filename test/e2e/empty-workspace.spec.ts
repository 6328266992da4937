import fs from 'node:fs/promises';
import path from 'node:path';
import { readFolder } from '../kit/folder-copy.ts';
import type { Locator } from '@playwright/test';
import type { Workbench } from '../kit/workbench.ts';
import { expect, test } from './fixtures.ts';

const root = path.resolve(import.meta.dirname, '../..');
const home = path.join(root, 'out/e2e-home');

test.use({ files: {}, serverSettings: { env: { HOME: home } } });

test.beforeAll(() => fs.mkdir(home, { recursive: true }));
test.afterAll(() => fs.rm(home, { recursive: true, force: true }));

test('the views say what to do first', async ({ workbench }) => {
  await workbench.openContainer('Tuning Fork');
  await expect(welcomeButton(workbench, 'Datasets', 'Open Sample Project')).toBeVisible();
  await expect(welcomeButton(workbench, 'Recipes & Runs', 'Open Sample Project')).toBeVisible();
  await expect(welcomeButton(workbench, 'Recipes & Runs', 'Set Up Python and Sample Model')).toBeVisible();
});

test('a dataset from elsewhere is converted', async ({ workbench }) => {
  const faq = path.join(home, 'faq.csv');
  await fs.writeFile(faq, 'question,answer\nRain?,Take an umbrella.\n');
  await workbench.openContainer('Tuning Fork');
  await welcomeButton(workbench, 'Datasets', 'Convert Dataset…').click();
  await workbench.quickInput.chooseFile(faq, workbench.quickInput.row('messages'));
  await workbench.quickInput.pick('messages');
  await workbench.quickInput.pick('None');
  await workbench.quickInput.pick('question');
  await workbench.quickInput.pick('answer');
  await expect(workbench.quickInput.widget).toContainText('The first 1 row, before and after');
  await fs.rm(faq);
});

test('a home that holds something else by that name is left alone', async ({ workbench }) => {
  const own = path.join(home, 'tuning-fork-sample/own.txt');
  await fs.mkdir(path.dirname(own), { recursive: true });
  await fs.writeFile(own, 'mine');
  await workbench.openContainer('Tuning Fork');
  await welcomeButton(workbench, 'Recipes & Runs', 'Open Sample Project').click();
  await workbench.quickInput.pick(path.dirname(own));
  await expect(workbench.toast('is not a copy of the sample project. Choose another folder.')).toBeVisible();
  expect(await fs.readdir(path.dirname(own))).toEqual(['own.txt']);
  await fs.rm(path.dirname(own), { recursive: true });
});

test('Open Sample Project copies the sample whole and opens it', async ({ workbench }) => {
  const sample = path.join(home, 'tuning-fork-sample');
  await workbench.openContainer('Tuning Fork');
  await welcomeButton(workbench, 'Datasets', 'Open Sample Project').click();
  await workbench.quickInput.pick(sample);
  await workbench.page.waitForURL((url) => url.searchParams.get('folder') === sample);
  await workbench.openContainer('Tuning Fork');
  await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText('60 rows', { timeout: 60_000 });
  await expect(workbench.treeRow('Recipes & Runs', 'recipe.sft.yaml')).toBeVisible();
  expect(await readFolder(sample)).toEqual(await readFolder(path.join(root, 'media/sample')));
});

function welcomeButton(workbench: Workbench, view: string, name: string): Locator {
  return workbench.view(view).locator('.welcome-view').getByRole('button', { name });
}
