import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

const row = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}\n';

test.use({
  project: 'media/sample',
  files: {
    'bad/empty.jsonl': '',
    'bad/folder.jsonl/inside.txt': 'A folder that is called like a dataset.',
    'bad/good.jsonl': row,
    '.vscode/settings.json': '{ "tuningFork.pythonPath": "/nowhere/python" }',
  },
});

/** Whatever a test has fed it: a dataset that is changed now is linted now, and no bug was reported. */
test.afterEach(async ({ workbench, folder }) => {
  await fs.writeFile(path.join(folder, 'after.jsonl'), 'no json\n');
  await workbench.inHost(
    async (vscode, file) => {
      await vscode.window.showTextDocument(vscode.Uri.file(file));
    },
    path.join(folder, 'after.jsonl'),
  );
  await workbench.tab('after.jsonl').waitFor();
  await expect(workbench.squiggles('error').first()).toBeVisible();
  await expect(workbench.toast('ran into a bug')).toHaveCount(0);
});

test('broken bytes, an empty file and a folder called like a dataset are told apart', async ({
  workbench,
  folder,
}) => {
  const broken = Buffer.concat([Buffer.from(row), Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a])]);
  await fs.writeFile(path.join(folder, 'bad/bytes.jsonl'), broken);
  await workbench.openContainer('Tuning Fork');
  await workbench.command('tuningFork.refreshDatasets');
  await expect(workbench.treeRow('Datasets', 'empty.jsonl')).toContainText('0 rows');
  await expect(workbench.treeRow('Datasets', 'good.jsonl')).toContainText('1 row');
  await expect(workbench.treeRow('Datasets', 'folder.jsonl')).toHaveCount(0);
  await workbench.openFile('bytes.jsonl');
  const problems = await workbench.problems();
  await expect(problems.filter({ hasText: 'invalid-utf-8' }).first()).toBeVisible();
  expect((await fs.readFile(path.join(folder, 'bad/bytes.jsonl'))).equals(broken)).toBe(true);
});

test('a template without an end is ended, and the next one renders', async ({ workbench, folder }) => {
  const template = path.join(folder, 'chat_template.jinja');
  const loop = (name: string, body: string) => `{% for ${name} in range(99999) %}${body}{% endfor %}`;
  await fs.writeFile(template, loop('a', loop('b', loop('c', ''))));
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Preview Chat Template');
  const page = await workbench.webviewFrame('.panel');
  await expect(
    page.getByText(/The chat template refuses this row on line 1.*more .* steps/).first(),
  ).toBeVisible({ timeout: 20_000 });
  await fs.writeFile(template, '{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}');
  await expect(page.locator('#rendered')).toContainText('<user>Why is the sky blue?');
});

test('a preview that is closed while a template works is no bug', async ({ workbench, folder }) => {
  const slow = '{% for a in range(99999) %}{% set b = messages | tojson | upper | length %}{% endfor %}done';
  await fs.writeFile(path.join(folder, 'chat_template.jinja'), slow);
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Preview Chat Template');
  const rendered = async () => (await workbench.webviewFrame('#rendered')).locator('#rendered');
  await expect(await rendered()).toContainText('done', { timeout: 20_000 });
  await workbench.inHost(async (vscode) => {
    const editor = vscode.window.visibleTextEditors[0];
    const second = new vscode.Position(1, 0);
    if (editor !== undefined) editor.selection = new vscode.Selection(second, second);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }, undefined);
  // Rows are rendered one after the other: once this one is shown, the one that nobody waits for has ended.
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Preview Chat Template');
  await expect(await rendered()).toContainText('done', { timeout: 20_000 });
});

test('a missing interpreter is a line of the plan, with a way out', async ({ workbench }) => {
  await workbench.openFile('recipe.sft.yaml');
  await workbench.runCommand('Tuning Fork: Train Here');
  const plan = await workbench.webviewFrame('.plan');
  await expect(plan.getByText(/There is no Python at \/nowhere\/python/).first()).toBeVisible();
  await expect(plan.getByText('Select Python Interpreter').first()).toBeVisible();
  await expect(plan.getByRole('button', { name: 'Train Here' })).toBeDisabled();
});
