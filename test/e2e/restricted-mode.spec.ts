import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { layTripwire, tripped, tripwirePlaces } from '../kit/tripwire-python.ts';
import { expect, test } from './fixtures.ts';

const tripwire = tripwirePlaces(path.resolve(import.meta.dirname, '../../out/e2e-tripwire'));

test.use({
  project: 'media/sample',
  files: { '.vscode/settings.json': JSON.stringify({ 'tuningFork.pythonPath': tripwire.program }) },
  serverSettings: {
    restricted: true,
    env: {
      PATH: `${tripwire.folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      TUNING_FORK_PYTHON: tripwire.program,
    },
  },
});

const sentence = 'This workspace is not trusted, so no process is started. Trust the workspace first.';

test.beforeEach(() => layTripwire(tripwire));
test.afterEach(() => expect(tripped(tripwire)).toEqual([]));
test.afterAll(() => fs.rm(tripwire.folder, { recursive: true, force: true }));

test('the tripwire tells of a start', () => {
  expect(() => execFileSync('python3', ['-V'], { env: { PATH: tripwire.folder } })).toThrow();
  expect(tripped(tripwire)).toHaveLength(1);
  layTripwire(tripwire);
});

test('a dataset is linted and previewed', async ({ workbench }) => {
  await workbench.openFile('defects.jsonl');
  await expect(workbench.squiggles('error').first()).toBeVisible();
  await workbench.openFile('train.jsonl');
  await workbench.runCommand('Tuning Fork: Preview Chat Template');
  const page = await workbench.webviewFrame('#rendered');
  await expect(page.locator('#rendered')).toContainText('Why is the sky blue?');
  await workbench.openContainer('Tuning Fork');
  await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText('60 rows');
});

test('nothing that starts a process is offered', async ({ workbench }) => {
  await workbench.openFile('recipe.sft.yaml');
  await workbench.quickInput.open('F1');
  await workbench.quickInput.fill('>Tuning Fork: ');
  await expect(workbench.quickInput.row('Tuning Fork: Preview Chat Template')).toBeVisible();
  for (const title of [
    'Train Here',
    'Stop Run',
    'Set Up Python Environment',
    'Set Up Python and Sample Model',
    'Select Python Interpreter',
  ]) {
    await expect(workbench.quickInput.row(`Tuning Fork: ${title}`), title).toHaveCount(0);
  }
});

for (const command of [
  'trainHere',
  'compareBeforeAfter',
  'setUpPythonEnvironment',
  'setUpSample',
  'selectInterpreter',
]) {
  test(`${command}, called all the same, says why not in one sentence`, async ({ workbench }) => {
    await workbench.openFile('recipe.sft.yaml');
    void workbench.command(`tuningFork.${command}`);
    await expect(workbench.toast(sentence)).toBeVisible();
    await expect(workbench.page.locator('iframe.webview.ready')).toHaveCount(0);
  });
}

test('the interpreter that the folder names is not looked at', async ({ workbench, folder }) => {
  const seen = await workbench.inHost((vscode, _nothing, require) => {
    const { env } = require('node:process') as { readonly env: Record<string, string> };
    const pythonPath = vscode.workspace.getConfiguration('tuningFork').get<string>('pythonPath');
    return { pythonPath, trusted: vscode.workspace.isTrusted, named: env['TUNING_FORK_PYTHON'] };
  }, undefined);
  // The variable shows that the tripwire lies where the extension would step on it.
  expect(seen).toEqual({ pythonPath: '', trusted: false, named: tripwire.program });
  expect(await fs.readFile(path.join(folder, '.vscode/settings.json'), 'utf8')).toContain(tripwire.program);
});
