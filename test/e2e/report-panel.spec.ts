import fs from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from '@playwright/test';
import type { Workbench } from '../kit/workbench.ts';
import { byteTokenizer } from '../kit/byte-tokenizer.ts';
import { expect, test } from './fixtures.ts';
import { cursorOf, replaceText, seriousViolations } from './preview-page.ts';

const themes = ['Dark Modern', 'Light Modern', 'Default High Contrast', 'Default High Contrast Light'];

const answer = (index: number): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: `What is ${index}?` },
      { role: 'assistant', content: index % 2 === 0 ? `It is ${index}.` : `${index}입니다.` },
    ],
  });
const rows = [
  ...Array.from({ length: 30 }, (_, index) => answer(index)),
  answer(3),
  JSON.stringify({ messages: [{ role: 'user', content: 'Nobody answers this.' }] }),
];

const template = '{% for m in messages %}{{ m.content }} {% endfor %}';
const tokens = rows
  .flatMap((row) => (JSON.parse(row) as { messages: { content: string }[] }).messages)
  .reduce((sum, { content }) => sum + Buffer.byteLength(`${content} `), 0);

test.use({
  files: {
    'data/train.jsonl': `${rows.join('\n')}\n`,
    'recipe.sft.yaml': 'model_name_or_path: model\ndataset_name: data\n',
    'model/chat_template.jinja': template,
    'model/tokenizer_config.json': '{"tokenizer_class": "PreTrainedTokenizerFast"}',
    'model/tokenizer.json': byteTokenizer(),
    'array.json': `[\n  {\n    "text": "one"\n  },\n  {\n    "text": "one"\n  }\n]\n`,
  },
});

const title = 'Tuning Fork: Show Dataset Report';

async function openReport(workbench: Workbench, file = 'train.jsonl'): Promise<Frame> {
  await workbench.openFile(file);
  await workbench.runCommand(title);
  return workbench.webviewFrame('.report .report-part');
}

test('shows what the file holds', async ({ workbench }) => {
  const page = await openReport(workbench);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report on data/train.jsonl');
  await expect(page.locator('.facts')).toContainText(/Rows\s*32/);
  const roles = page.getByRole('list', { name: 'Roles' });
  await expect(roles.getByRole('button', { name: /assistant\s*31/ })).toBeVisible();
  await expect(page.getByRole('list', { name: /^Register of Korean answers/ })).toContainText('합쇼체');
  await expect(page.getByRole('heading', { name: /What would be trained/ })).toBeVisible();
});

test('counts what the recipe trains on, and the tokens of all rows for the Datasets view too', async ({
  workbench,
}) => {
  const page = await openReport(workbench);
  await expect(page.locator('.facts')).toContainText(
    new RegExp(`Tokens\\s*${tokens.toLocaleString('en-US')}\\s*with recipe.sft.yaml`),
  );
  await expect(page.locator('.facts')).toContainText(/Trained tokens[\d,\s]+100 % of tokens/);
  const longest = page
    .getByRole('list', { name: /^Trained tokens of a row/ })
    .getByRole('button')
    .last();
  await longest.click();
  await expect(
    page
      .getByRole('list', { name: /^Rows behind/ })
      .getByRole('button')
      .first(),
  ).toBeVisible();
  await workbench.command('workbench.view.extension.tuningFork');
  await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText(
    `${tokens.toLocaleString('en-US')} tokens`,
  );
});

test('says why it counts no tokens where no recipe uses the file, and how to have them counted', async ({
  workbench,
}) => {
  const page = await openReport(workbench, 'array.json');
  await expect(page.locator('.report-part', { hasText: 'What would be trained' })).toContainText(
    'No recipe says with which model this file is trained, so its tokens are not counted.',
  );
  await expect(page.locator('.facts')).not.toContainText('Tokens');
});

test('is opened from the title bar of the dataset and from the Datasets view, in one panel', async ({
  workbench,
}) => {
  await workbench.openFile('train.jsonl');
  await workbench.page
    .locator('.editor-actions .action-label[aria-label^="Show Dataset Report"]')
    .first()
    .click();
  await workbench.webviewFrame('.report .report-part');
  await workbench.openContainer('Tuning Fork');
  const item = workbench.treeRow('Datasets', 'train.jsonl');
  await item.hover();
  await item.locator('.action-label[aria-label^="Show Dataset Report"]').click();
  await workbench.webviewFrame('.report .report-part');
  await expect(workbench.page.locator('.tab', { hasText: 'Report: train.jsonl' })).toHaveCount(1);
});

test('every bar leads to its rows, by mouse', async ({ workbench }) => {
  const page = await openReport(workbench);
  await page.getByRole('button', { name: /^Exact, later copies/ }).click();
  const copies = page.getByRole('list', { name: 'Rows behind "Exact, later copies"' });
  await expect(copies.getByRole('button')).toHaveText(['Row 4', 'Row 31']);
  await copies.getByRole('button', { name: 'Row 31' }).click();
  await workbench.tab('train.jsonl').nth(1).waitFor();
  await workbench.until(() => lineInView(workbench), 30);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('is read by the keyboard: bars, their rows, a rule and its findings', async ({ workbench }) => {
  const page = await openReport(workbench);
  const { keyboard } = workbench.page;
  const roles = page.getByRole('list', { name: 'Roles' });
  await roles.getByRole('button').first().focus();
  await keyboard.press('ArrowDown');
  await expect(roles.getByRole('button', { name: /^assistant/ })).toBeFocused();
  await keyboard.press('Enter');
  const behind = page.getByRole('list', { name: 'Rows behind "assistant"' });
  await expect(behind.getByRole('button')).toHaveCount(10);
  await keyboard.press('Tab');
  await keyboard.press('End');
  await expect(behind.getByRole('button', { name: 'Row 10' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(behind.getByRole('button')).toHaveCount(31);
  await behind.getByRole('button', { name: 'Row 12', exact: true }).press('Enter');
  await workbench.until(() => cursorOf(workbench), { file: 'train.jsonl', before: '' });
  await workbench.until(() => lineInView(workbench), 11);
});

test('a rule opens to its documentation and its findings', async ({ workbench }) => {
  const page = await openReport(workbench);
  await page.getByRole('button', { name: /no-assistant/ }).click();
  const findings = page.getByRole('list', { name: 'Rows behind "no-assistant"' });
  await findings.getByRole('button', { name: 'Row 32' }).press('Enter');
  await workbench.until(() => lineInView(workbench), 31);
});

test('a row of an array is shown at the line where it begins', async ({ workbench }) => {
  await workbench.inHost(async (vscode) => {
    const [uri] = await vscode.workspace.findFiles('array.json');
    await vscode.commands.executeCommand('tuningFork.showDatasetReport', uri);
  }, undefined);
  const page = await workbench.webviewFrame('.report .report-part');
  await page.getByRole('button', { name: /^Exact, later copies/ }).click();
  await page.getByRole('button', { name: 'Row 2', exact: true }).press('Enter');
  await workbench.until(() => lineInView(workbench), 4);
});

test('says that the file has changed, and is built again', async ({ workbench, folder }) => {
  const page = await openReport(workbench);
  const notice = page.locator('.report-notices');
  await replaceText(workbench, 'train.jsonl', 'What is 0?', 'What is nothing?');
  await expect(notice).toContainText('changes that are not saved');
  await workbench.command('workbench.action.files.saveAll');
  await expect(notice).toContainText('has changed since this report was made');
  await fs.appendFile(path.join(folder, 'data/train.jsonl'), `${answer(40)}\n`);
  await notice.getByRole('button', { name: 'Build Again' }).click();
  await expect(page.locator('.facts')).toContainText(/Rows\s*33/);
  await expect(notice).toHaveCount(0);
  await fs.rm(path.join(folder, 'data/train.jsonl'));
  await expect(notice).toContainText('no longer there');
  await page.getByRole('button', { name: 'Build Again' }).click();
  await expect(page.getByRole('alert')).toContainText('data/train.jsonl is not there.');
  await expect(page.locator('.facts')).toContainText(/Rows\s*33/);
});

test('can be cancelled while it is made, and is made again', async ({ workbench, folder }) => {
  test.setTimeout(120_000);
  const long = path.join(folder, 'long.jsonl');
  await fs.writeFile(long, `${answer(1)}\n`.repeat(600_000));
  await workbench.inHost(async (vscode, file) => {
    await vscode.commands.executeCommand('tuningFork.showDatasetReport', vscode.Uri.file(file));
  }, long);
  const page = await workbench.webviewFrame('.report .progress');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('was cancelled before it was made');
  await fs.writeFile(long, `${answer(1)}\n`);
  await page.locator('.report-notices').getByRole('button', { name: 'Build Again' }).click();
  await expect(page.locator('.facts')).toContainText(/Rows\s*1/);
});

test('is there again after a reload of the window', async ({ workbench, folder }) => {
  const file = path.join(folder, 'kept.jsonl');
  await fs.writeFile(file, `${answer(1)}\n`);
  await workbench.inHost(async (vscode, kept) => {
    await vscode.commands.executeCommand('tuningFork.showDatasetReport', vscode.Uri.file(kept));
  }, file);
  await workbench.webviewFrame('.report .report-part');
  await workbench.reload(/restore[\\":]+[^"]*kept\.jsonl/);
  const page = await workbench.webviewFrame('.report .report-part');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report on kept.jsonl');
});

test('is exported as one HTML file', async ({ workbench, folder }) => {
  const page = await openReport(workbench);
  await page.getByRole('button', { name: 'Export as HTML…' }).click();
  await expect(workbench.quickInput.box).toHaveValue(/train\.report\.html$/);
  await workbench.quickInput.box.press('Enter');
  await workbench.toast('Written to data/train.report.html.').waitFor();
  const html = await fs.readFile(path.join(folder, 'data/train.report.html'), 'utf8');
  expect(html).toContain('<h1>Report on data/train.jsonl</h1>');
  expect(html).not.toContain('<script');
});

for (const theme of themes) {
  test(`axe finds nothing serious in ${theme}`, async ({ workbench }) => {
    await workbench.inHost(async (vscode, name) => {
      await vscode.workspace
        .getConfiguration()
        .update('workbench.colorTheme', name, vscode.ConfigurationTarget.Global);
    }, theme);
    const page = await openReport(workbench);
    await page.getByRole('button', { name: /^Exact, later copies/ }).click();
    await page.getByRole('button', { name: /no-assistant/ }).click();
    await page.getByRole('button', { name: /^assistant/ }).click();
    await replaceText(workbench, 'train.jsonl', 'What is 0?', 'What is nothing?');
    await page.locator('.report-notices').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });
}

/** The 0-based line of the cursor in the editor of a text file that is in view. */
function lineInView(workbench: Workbench): Promise<number | null> {
  return workbench.inHost(
    (vscode) => vscode.window.visibleTextEditors[0]?.selection.active.line ?? null,
    undefined,
  );
}
