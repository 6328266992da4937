import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './fixtures.ts';

test.use({ files: { 'notes.txt': 'one\ntwo\n' } });

test('VS Code has nothing to write into the settings that tests begin with', async ({
  vscode,
  workbench,
}) => {
  await expect(workbench.page.getByRole('treeitem', { name: 'notes.txt' })).toBeVisible();
  // what it knows by another name it writes anew within two seconds of a window's opening
  await wait(3000);
  expect(await vscode.server.hasFirstSettings()).toBe(true);
});

test('the packaged extension activates', async ({ workbench }) => {
  const active = await workbench.inHost(async (vscode, id) => {
    const extension = vscode.extensions.getExtension(id);
    await extension?.activate();
    return extension?.isActive;
  }, 'tuning-fork.tuning-fork');
  expect(active).toBe(true);
});

test('a file opens by its name and shows its lines', async ({ workbench }) => {
  await workbench.openFile('notes.txt');
  await workbench.until(() => workbench.visibleLines('notes.txt'), ['one', 'two', '']);
  await workbench.focusEditor();
  await workbench.page.keyboard.type('zero ');
  await workbench.until(() => workbench.visibleLines('notes.txt'), ['zero one', 'two', '']);
});

test('the next test of a file finds an empty workbench and the folder as it was', async ({ workbench }) => {
  await expect(workbench.tab('notes.txt')).toHaveCount(0);
  await workbench.openFile('notes.txt');
  await workbench.until(() => workbench.visibleLines('notes.txt'), ['one', 'two', '']);
});
