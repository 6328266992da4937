import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../kit/workbench.ts';
import { expect, test } from './fixtures.ts';

const hello = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}';
const numbered = Array.from({ length: 20 }, (_, n) => {
  const row = { prompt: `${n}?`, completion: String(n), source: n % 2 === 0 ? 'even' : 'odd' };
  return `${JSON.stringify(row)}\n`;
}).join('');

test.use({
  files: {
    'faq.csv': 'question,answer,topic\nWho?,Me.,a\nWhere?,Here.,b\nWhen?,,c\n',
    'train.jsonl': `${hello}\n{"messages": [{"content":"Hi","role":"user"},{"role":"assistant","content":"Hello"}]}\n{text}\n`,
    'numbers.jsonl': numbered,
    'empty.jsonl': '',
  },
});

/** The two sides of the difference editor that is open. */
function sides(workbench: Workbench): Promise<{ label: string; texts: string[] } | null> {
  return workbench.inHost(async (vscode) => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (!(tab?.input instanceof vscode.TabInputTextDiff)) return null;
    const { original, modified } = tab.input;
    const documents = [original, modified].map((uri) => vscode.workspace.openTextDocument(uri));
    return { label: tab.label, texts: (await Promise.all(documents)).map((each) => each.getText()) };
  }, undefined);
}

/** Answers the question with this title: an answer is checked before the next question comes. */
async function answer(workbench: Workbench, title: string, text: string): Promise<void> {
  await expect(workbench.quickInput.widget).toContainText(title);
  await workbench.quickInput.answer(text);
}

/** Takes the name that the dialog offers, or types another. */
async function save(workbench: Workbench, offered: string, name = offered): Promise<void> {
  const { box } = workbench.quickInput;
  await expect(box).toHaveValue(new RegExp(`/${offered.replaceAll('.', '\\.')}$`));
  if (name !== offered) await box.fill((await box.inputValue()).replace(offered, name));
  await box.press('Enter');
}

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

test('a table becomes conversations: columns are asked for, rows shown before and after, then a new file', async ({
  workbench,
  folder,
}) => {
  await workbench.openFile('faq.csv');
  await workbench.runCommand('Tuning Fork: Convert Dataset…');
  await workbench.quickInput.pick('messages');
  await workbench.quickInput.pick('None');
  await workbench.quickInput.pick('question');
  await workbench.quickInput.pick('answer');
  await expect(workbench.quickInput.row('Write to a New File…')).toBeVisible();
  await expect(workbench.quickInput.widget).toContainText(
    'The first 3 rows, before and after; 1 of them left out',
  );
  const shown = await sides(workbench);
  expect(shown?.label).toBe('faq.csv: as it is ↔ messages');
  expect(shown?.texts[0]).toContain('// Row 1\n{\n  "question": "Who?",');
  expect(shown?.texts[1]).toContain('// Row 1\n{\n  "messages": [');
  expect(shown?.texts[1]).toContain('// Row 3\n//   1 row lacks a column that is mapped, or its text.');
  expect(existsSync(path.join(folder, 'faq.messages.jsonl'))).toBe(false);

  await workbench.quickInput.pick('Another Format…');
  await workbench.quickInput.pick('sharegpt');
  await expect.poll(async () => (await sides(workbench))?.texts[1]).toContain('"from": "human"');
  await workbench.quickInput.pick('Another Format…');
  await workbench.quickInput.pick('text');
  await workbench.quickInput.pick('question');
  await expect.poll(async () => (await sides(workbench))?.texts[1]).toContain('"text": "Who?"');
  await workbench.quickInput.pick('Another Format…');
  await workbench.quickInput.pick('messages');
  await workbench.quickInput.pick('None');
  await workbench.quickInput.pick('question');
  await workbench.quickInput.pick('answer');

  await workbench.quickInput.pick('Write to a New File…');
  await save(workbench, 'faq.messages.jsonl');
  const toast = workbench.toast('2 rows written to faq.messages.jsonl');
  await expect(toast).toContainText('(row 3)');
  expect(read(folder, 'faq.messages.jsonl').split('\n')).toHaveLength(3);
  expect(JSON.parse(read(folder, 'faq.messages.provenance'))).toMatchObject({
    inputs: [{ path: 'faq.csv' }],
    rows: { in: 3, out: 2 },
  });
  await toast.getByRole('button', { name: 'Open' }).click();
  await expect(workbench.tab('faq.messages.jsonl')).toBeVisible();
  expect(await sides(workbench)).toBeNull();
});

test('duplicates are shown beside what stays before they go; a file that is there is replaced only when its user says so', async ({
  workbench,
  folder,
}) => {
  writeFileSync(path.join(folder, 'train.unique.jsonl'), 'mine');
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Remove Duplicates…');
  await workbench.quickInput.pick('Equal rows');
  await expect(workbench.quickInput.widget).toContainText(
    '1 equal and 0 nearly equal rows of 3 would go; 2 would stay.',
  );
  const shown = await sides(workbench);
  expect(shown?.label).toBe('train.jsonl: rows that go ↔ rows that stay for them');
  expect(shown?.texts[1]).toContain('// Row 2\n//   row 2 equals row 1');
  await workbench.quickInput.pick('Write to a New File…');
  await save(workbench, 'train.unique.jsonl');
  await expect(workbench.quickInput.widget).toContainText('already exists');
  await workbench.page.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(workbench.toast('2 of 3 rows written to train.unique.jsonl')).toBeVisible();
  expect(read(folder, 'train.unique.jsonl')).toBe(`${hello}\n{text}\n`);
});

test('a split says how many rows there will be before it writes them', async ({ workbench, folder }) => {
  await workbench.openFile('numbers.jsonl');
  await workbench.runCommand('Tuning Fork: Split into Train and Eval…');
  await answer(workbench, 'How much is held out?', '20 %');
  await workbench.quickInput.pick('source');
  await answer(workbench, 'Seed', '7');
  await expect(workbench.quickInput.widget).toContainText('16 rows would be trained on, 4 held out.');
  await expect(workbench.quickInput.widget).toContainText('"odd": 8 to train on, 2 held out.');
  await expect(workbench.quickInput.widget).toContainText(
    'numbers.jsonl, which holds all rows, is in the same folder',
  );
  expect(readdirSync(folder)).not.toContain('numbers-train.jsonl');
  await workbench.quickInput.pick('Write numbers-train.jsonl and numbers-eval.jsonl');
  await expect(workbench.toast('16 rows to train on in numbers-train.jsonl, 4 held out')).toBeVisible();
  const rows = ['train', 'eval'].flatMap((side) => read(folder, `numbers-${side}.jsonl`).split('\n'));
  expect(rows.filter((row) => row !== '').toSorted()).toEqual(numbered.trim().split('\n').toSorted());
});

test('what is given up leaves nothing behind', async ({ workbench, folder }) => {
  const words = 'the quick brown fox jumps over the lazy dog and runs through the wide green field'.split(
    ' ',
  );
  const lines = Array.from({ length: 300_000 }, (_, n) => {
    const text = words.map((word, at) => `${word}${(n * 7919 + at * 104_729) % 9973}`).join(' ');
    return `{"text":"${n} ${text}"}`;
  });
  writeFileSync(path.join(folder, 'big.jsonl'), lines.join('\n'));
  const before = readdirSync(folder).toSorted();
  await workbench.runCommand('Tuning Fork: Remove Duplicates…');
  await workbench.quickInput.pick('big.jsonl');
  await workbench.quickInput.pick('Equal and nearly equal rows');
  const progress = workbench.toast('Looking through big.jsonl');
  await expect(progress).toContainText('MB read');
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(workbench.toast('Stopped; nothing was written.')).toBeVisible();
  expect(readdirSync(folder).toSorted()).toEqual(before);
});

test('the commands stand in the menu of a dataset in the Datasets view', async ({ workbench, folder }) => {
  await workbench.openContainer('Tuning Fork');
  await workbench.command('tuningFork.datasets.focus');
  const row = workbench.treeRow('Datasets', 'numbers.jsonl');
  await expect(row).toContainText('20 rows');
  await row.click({ button: 'right' });
  const entries = [
    'Convert Dataset…',
    'Split into Train and Eval…',
    'Remove Duplicates…',
    'Shuffle Rows…',
    'Merge Datasets…',
    'Exclude Rows by Rule…',
  ];
  for (const name of entries) await expect(workbench.page.getByRole('menuitem', { name })).toBeVisible();
  await workbench.page.keyboard.press('Escape');
  // While the view lists its files anew, VS Code does not know which of them a menu is of, and the command asks for one.
  await expect(async () => {
    await workbench.page.keyboard.press('Escape');
    await row.click({ button: 'right' });
    await workbench.menuEntry('Sample Rows…');
    await expect(workbench.quickInput.widget).toContainText('How many rows?', { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await answer(workbench, 'How many rows?', '5');
  await answer(workbench, 'Seed', '0');
  await save(workbench, 'numbers.sample.jsonl', 'few.jsonl');
  await expect(workbench.toast('5 of 20 rows written to few.jsonl')).toBeVisible();
  expect(read(folder, 'few.jsonl').trim().split('\n')).toHaveLength(5);
});

test('rows that rules name are shown with the rules, and left out of the new file', async ({
  workbench,
  folder,
}) => {
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Exclude Rows by Rule…');
  await workbench.quickInput.fill('json-syntax');
  await workbench.quickInput.pick('json-syntax');
  await workbench.quickInput.box.press('Enter');
  await expect(workbench.quickInput.widget).toContainText('1 of 3 rows would go; 2 would stay.');
  expect((await sides(workbench))?.texts).toEqual([
    '[\n// Row 3\n"{text}"\n]\n',
    '[\n// Row 3\n//   row 3: json-syntax\n]\n',
  ]);
  await workbench.quickInput.pick('Write to a New File…');
  await save(workbench, 'train.kept.jsonl');
  await expect(workbench.toast('2 of 3 rows written to train.kept.jsonl')).toBeVisible();
  expect(read(folder, 'train.kept.jsonl').trim().split('\n')).toHaveLength(2);
});

test('datasets are merged in the order of their paths, and different formats are said', async ({
  workbench,
  folder,
}) => {
  await workbench.openFile('numbers.jsonl');
  await workbench.runCommand('Tuning Fork: Merge Datasets…');
  await workbench.quickInput.pick('train.jsonl');
  await workbench.quickInput.box.press('Enter');
  await save(workbench, 'numbers.merged.jsonl');
  const toast = workbench.toast('23 rows of 2 files written to numbers.merged.jsonl');
  await expect(toast).toContainText('different formats (prompt-completion, messages)');
  expect(read(folder, 'numbers.merged.jsonl')).toBe(numbered + read(folder, 'train.jsonl'));
  await toast.getByRole('button', { name: 'Show Provenance' }).click();
  await expect(workbench.tab('numbers.merged.provenance')).toBeVisible();
});

test('rows are shuffled by a seed', async ({ workbench, folder }) => {
  await workbench.openFile('numbers.jsonl');
  await workbench.runCommand('Tuning Fork: Shuffle Rows…');
  await answer(workbench, 'Seed', '3');
  await save(workbench, 'numbers.shuffled.jsonl');
  await expect(workbench.toast('20 rows written to numbers.shuffled.jsonl in a new order.')).toBeVisible();
  const rows = read(folder, 'numbers.shuffled.jsonl').split('\n');
  expect(rows.join('\n')).not.toBe(numbered);
  expect(rows.toSorted()).toEqual(numbered.split('\n').toSorted());
});

test('what is not saved is saved first, and a file without rows is refused in one sentence', async ({
  workbench,
  folder,
}) => {
  await workbench.openFile('empty.jsonl');
  await workbench.runCommand('Tuning Fork: Convert Dataset…');
  await workbench.quickInput.pick('messages');
  await expect(workbench.toast(/(?<![/\w])empty\.jsonl has no row that can be read/)).toBeVisible();
  await workbench.inHost(async (vscode, text) => {
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  }, `${hello}\n${hello}\n`);
  // Of a document that is not known to have changed, the file would be looked at, and be empty still.
  await workbench.until(
    () => workbench.inHost((vscode) => vscode.window.activeTextEditor?.document.isDirty, undefined),
    true,
  );
  await workbench.runCommand('Tuning Fork: Remove Duplicates…');
  await workbench
    .toast('empty.jsonl has changes that are not saved')
    .getByRole('button', { name: 'Save and Go On' })
    .click();
  await workbench.quickInput.pick('Equal rows');
  await expect(workbench.quickInput.widget).toContainText(
    '1 equal and 0 nearly equal rows of 2 would go; 1 would stay.',
  );
  await workbench.page.keyboard.press('Escape');
  expect(read(folder, 'empty.jsonl')).toBe(`${hello}\n${hello}\n`);
  await expect.poll(() => sides(workbench)).toBeNull();
});
