import fs from 'node:fs/promises';
import path from 'node:path';
import type { Workbench } from '../kit/workbench.ts';
import { expect, test } from './fixtures.ts';
import { cursorOf } from './preview-page.ts';

const turn = (question: string): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: `${question} Yes.` },
    ],
  });
const rows = (count: number): string =>
  Array.from({ length: count }, (_, n) => `${turn(`Is ${n}?`)}\n`).join('');

test.use({
  files: {
    'loose.jsonl': `${turn('Is it?')}\n${turn('Is it?')}\nno json\n`,
    'data/train.jsonl': rows(12),
    'data/test.jsonl': turn('Is 99?') + '\n',
    'tables/pairs.csv': 'prompt,completion\nWhat?,That.\n',
    'tables/list.json': `[${turn('Is 1?')}, ${turn('Is 2?')}]\n`,
    'tables/config.json': '{\n  "rows": 1\n}\n',
    'out/eval.jsonl': `${turn('Is 8?')}\n`,
    'other/held.jsonl': `${turn('Is 7?')}\n`,
    'recipe.sft.yaml': [
      'model_name_or_path: nowhere',
      'dataset_name: other # the first try',
      'learning_rate: 2.0e-3',
      '',
    ].join('\n'),
  },
});

async function openView(workbench: Workbench): Promise<void> {
  await workbench.command('workbench.view.extension.tuningFork');
  await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText('12 rows');
}

test('lists every file with rows under its folder, with rows, problems, format and size', async ({
  workbench,
}) => {
  await openView(workbench);
  await expect(workbench.treeRow('Datasets', 'loose.jsonl')).toContainText(
    /3 rows · 1 error · 1 warning · messages · \d+ B/,
  );
  await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText(/12 rows · messages · [\d.]+ kB/);
  for (const folder of ['data', 'tables', 'other', 'out'])
    await expect(workbench.treeRow('Datasets', folder)).toBeVisible();
  await expect(workbench.treeRow('Datasets', 'pairs.csv')).toContainText('1 row · prompt-completion');
  await expect(workbench.treeRow('Datasets', 'list.json')).toContainText('2 rows · messages');
  await expect(workbench.treeRow('Datasets', 'config.json')).toHaveCount(0);
});

test('an array of rows in JSON is opened as conversations, by its menus too', async ({ workbench }) => {
  await openView(workbench);
  await expect(workbench.treeRow('Datasets', 'list.json')).toContainText('2 rows');
  await workbench.treeRow('Datasets', 'list.json').click();
  await workbench.tab('list.json').waitFor();
  const button = workbench.page
    .getByRole('toolbar', { name: 'Editor actions' })
    .getByRole('button', { name: 'Open as Conversations' });
  await button.click();
  const page = await workbench.webviewFrame('article[data-row]');
  await expect(page.getByText('Is 2? Yes.')).toBeVisible();
  await workbench.openFile('config.json');
  await workbench.tab('config.json').waitFor();
  await expect(button).toHaveCount(0);
});

test('what was found in a table is shown beside its rows, since its rows have no lines', async ({
  workbench,
  folder,
}) => {
  await fs.appendFile(path.join(folder, 'tables/pairs.csv'), 'Who?, She.\n');
  await openView(workbench);
  await expect(workbench.treeRow('Datasets', 'pairs.csv')).toContainText('2 rows');
  await choose(workbench, 'pairs.csv', 'Lint Dataset');
  await workbench.toast('pairs.csv: 2 rows').getByRole('button', { name: 'Open as Conversations' }).click();
  const page = await workbench.webviewFrame('article[data-row]');
  await expect(page.locator('article').getByText('edge-white-space')).toBeVisible();
});

test('says which file is held out for which', async ({ workbench }) => {
  await openView(workbench);
  await expect(workbench.treeRow('Datasets', 'test.jsonl')).toContainText('held out for train.jsonl');
  await expect(workbench.treeRow('Datasets', 'held.jsonl')).not.toContainText('held out');
});

test('says what a held-out file has in common with what is trained on, without either being open', async ({
  workbench,
  folder,
}) => {
  await openView(workbench);
  const heldOut = workbench.treeRow('Datasets', 'test.jsonl');
  await expect(heldOut).toContainText('held out for train.jsonl · no overlap');
  await expect(workbench.treeRow('Datasets', 'held.jsonl')).not.toContainText('overlap');
  await fs.appendFile(path.join(folder, 'data/test.jsonl'), `${turn('Is 3?')}\n`);
  await expect(heldOut).toContainText('held out for train.jsonl · 1 row overlaps');
  await workbench.expand('Datasets', 'test.jsonl');
  await workbench.expand('Datasets', 'train-eval-overlap');
  await expect(workbench.treeRow('Datasets', 'Row 2')).toContainText('data/train.jsonl');
});

test('follows what happens to the files', async ({ workbench, folder }) => {
  await openView(workbench);
  await workbench.expand('Datasets', 'loose.jsonl');
  await fs.appendFile(path.join(folder, 'data/train.jsonl'), `${turn('Is 13?')}\n`);
  await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText('13 rows');
  await expect(workbench.treeRow('Datasets', 'json-syntax')).toBeVisible();
  await fs.writeFile(path.join(folder, 'data/new.jsonl'), `${turn('New?')}\n`);
  await expect(workbench.treeRow('Datasets', 'new.jsonl')).toContainText('1 row');
  await fs.rm(path.join(folder, 'data/new.jsonl'));
  await expect(workbench.treeRow('Datasets', 'new.jsonl')).toHaveCount(0);
});

test('a file leads to its rules and its findings, by the keyboard', async ({ workbench }) => {
  await openView(workbench);
  await workbench.treeRow('Datasets', 'loose.jsonl').click();
  await workbench.tab('loose.jsonl').waitFor();
  await workbench.expand('Datasets', 'loose.jsonl');
  await workbench.expand('Datasets', 'json-syntax');
  const { keyboard } = workbench.page;
  await workbench.treeRow('Datasets', 'json-syntax').click();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await workbench.until(async () => (await cursorOf(workbench))?.file, 'loose.jsonl');
});

/** The menu of a file in the view. */
async function choose(workbench: Workbench, file: string, action: string): Promise<void> {
  await workbench.treeRow('Datasets', file).click({ button: 'right' });
  await workbench.menuEntry(action);
}

const recipe = (workbench: Workbench): Promise<string> =>
  workbench.inHost(
    (vscode) =>
      vscode.workspace.textDocuments.find(({ fileName }) => fileName.endsWith('.sft.yaml'))?.getText() ?? '',
    undefined,
  );

test('a file is used in a recipe, with its held-out file, and that can be undone', async ({ workbench }) => {
  await openView(workbench);
  await choose(workbench, 'train.jsonl', 'Use in Recipe…');
  await workbench.toast('recipe.sft.yaml trains on data now.').waitFor();
  const before = 'model_name_or_path: nowhere\ndataset_name: other # the first try\nlearning_rate: 2.0e-3\n';
  await workbench.until(
    () => recipe(workbench),
    'model_name_or_path: nowhere\ndataset_name: data\nlearning_rate: 2.0e-3\n',
  );
  await workbench.command('undo');
  await workbench.until(() => recipe(workbench), before);
});

test('a file without a partner is named by itself', async ({ workbench }) => {
  await openView(workbench);
  await choose(workbench, 'pairs.csv', 'Use in Recipe…');
  await workbench.until(
    () => recipe(workbench),
    'model_name_or_path: nowhere\ndatasets:\n  - path: csv\n    data_files: tables/pairs.csv\nlearning_rate: 2.0e-3\n',
  );
});

test('the path of a file is copied, and the file opened', async ({ workbench, folder }) => {
  await openView(workbench);
  await choose(workbench, 'test.jsonl', 'Copy Path');
  const clipboard = () => workbench.inHost((vscode) => vscode.env.clipboard.readText(), undefined);
  await workbench.until(clipboard, path.join(folder, 'data/test.jsonl'));
  await choose(workbench, 'test.jsonl', 'Open');
  await workbench.tab('test.jsonl').waitFor();
});

test('a file from elsewhere is copied into the workspace, and never over another', async ({
  workbench,
  folder,
}) => {
  const elsewhere = await fs.mkdtemp('/tmp/tf-elsewhere-');
  try {
    await fs.writeFile(path.join(elsewhere, 'came.jsonl'), rows(3));
    await openView(workbench);
    await importFrom(workbench, path.join(elsewhere, 'came.jsonl'));
    await workbench.tab('came.jsonl').waitFor();
    expect(await fs.readFile(path.join(folder, 'data/came.jsonl'), 'utf8')).toBe(rows(3));
    await expect(workbench.treeRow('Datasets', 'came.jsonl')).toContainText('3 rows');
    await importFrom(workbench, path.join(elsewhere, 'came.jsonl'));
    await workbench.toast('data/came.jsonl is there already, so nothing was copied.').waitFor();
  } finally {
    await fs.rm(elsewhere, { recursive: true });
  }
});

async function importFrom(workbench: Workbench, file: string): Promise<void> {
  await workbench.viewAction('Datasets', 'Import Dataset');
  await workbench.quickInput.chooseFile(file, workbench.quickInput.row('Copy into the workspace'));
  await workbench.quickInput.pick('Copy into the workspace');
}
