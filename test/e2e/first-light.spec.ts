import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import type { Workbench } from '../kit/workbench.ts';
import { loggedSteps, oneTo, onlyRun, recordedEvents } from './recorded-run.ts';
import { environmentForTraining, linkSampleModel, runPage, trainHere } from './training.ts';

test.use({ project: 'media/sample', serverSettings: { env: environmentForTraining() } });

/** The label in front of the first row: decorations draw their text as CSS content, which is no text of the page. */
async function firstLabel(workbench: Workbench): Promise<string> {
  const label = workbench.editor('train.jsonl').locator('.view-line span[class*="ced-"]').first();
  if ((await label.count()) === 0) return '';
  const content = await label.evaluate((element) => {
    const page = globalThis as unknown as {
      getComputedStyle(e: unknown, pseudo: string): { content: string };
    };
    return page.getComputedStyle(element, '::before').content;
  });
  return content.replaceAll('"', '').replaceAll('\u00a0', ' ').trim();
}

test.describe('a dataset in the editor', () => {
  test('has a label in front of each row that says its turns, and no error', async ({ workbench }) => {
    await workbench.openFile('train.jsonl');
    await expect.poll(() => firstLabel(workbench)).toBe('2 turns');
    await expect(workbench.squiggles('error')).toHaveCount(0);
  });

  test('has its tokens in the labels once the model is there to count them', async ({
    workbench,
    folder,
  }) => {
    await workbench.openFile('train.jsonl');
    await expect.poll(() => firstLabel(workbench)).toBe('2 turns');
    await workbench.command('workbench.action.closeAllEditors');
    // A link is nothing that VS Code tells of: the labels find it when the file is opened again.
    await linkSampleModel(folder);
    await workbench.openFile('recipe.sft.yaml');
    await workbench.openFile('train.jsonl');
    await expect.poll(() => firstLabel(workbench), { timeout: 30_000 }).toMatch(/^2 turns · \d+$/);
  });

  test('with defects shows them as squiggles and in Problems', async ({ workbench }) => {
    await workbench.openFile('defects.jsonl');
    await expect(workbench.squiggles('error').first()).toBeVisible();
    const problems = await workbench.problems();
    await expect(problems.filter({ hasText: 'json-syntax' }).first()).toBeVisible();
  });

  test('stands in the Datasets view with its rows and findings', async ({ workbench }) => {
    await workbench.openContainer('Tuning Fork');
    await expect(workbench.treeRow('Datasets', 'train.jsonl')).toContainText('60 rows');
    await workbench.expand('Datasets', 'defects.jsonl');
    await expect(workbench.treeRow('Datasets', 'json-syntax')).toBeVisible();
  });
});

test.describe('the preview', () => {
  test('follows the cursor, and sets what is trained apart from the rest', async ({ workbench }) => {
    await workbench.openFile('train.jsonl');
    await workbench.runCommand('Tuning Fork: Preview Chat Template');
    const frame = await workbench.webviewFrame('#rendered');
    const rendered = frame.locator('#rendered');
    await expect(rendered).toContainText('Why is the sky blue?');
    await expect(rendered.locator('.trained').first()).toContainText('Dear passenger');
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.press('ArrowDown');
    await expect(rendered).toContainText('How long should I boil an egg?');
  });

  test('sees what is typed before it is saved', async ({ workbench }) => {
    await workbench.openFile('train.jsonl');
    // The editor keeps the cursor of an earlier test, and takes keys only once it has the focus.
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.runCommand('Tuning Fork: Preview Chat Template');
    const frame = await workbench.webviewFrame('#rendered');
    await expect(frame.locator('#rendered')).toContainText('Why is the sky blue?');
    await workbench.inHost(async (vscode) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/train.jsonl'));
      const edit = new vscode.WorkspaceEdit();
      if (document === undefined) throw new Error('train.jsonl is not open');
      const start = document.getText().indexOf('Why is the sky blue?');
      edit.insert(document.uri, document.positionAt(start), 'Tell me: ');
      await vscode.workspace.applyEdit(edit);
    }, undefined);
    await expect(frame.locator('#rendered')).toContainText('Tell me: Why is the sky blue?');
  });

  test('says in one sentence why a template is refused, with its line', async ({ workbench, folder }) => {
    await fs.writeFile(
      path.join(folder, 'chat_template.jinja'),
      '{% for m in messages %}\n{{ m.content }\n{% endfor %}',
    );
    await workbench.openFile('train.jsonl');
    await workbench.runCommand('Tuning Fork: Preview Chat Template');
    const frame = await workbench.webviewFrame('.panel');
    await expect(frame.getByText(/line 2/i).first()).toBeVisible();
  });
});

test.describe('training here', () => {
  test.setTimeout(600_000);

  test('shows a plan, trains the real model, and survives a reload of the window', async ({
    workbench,
    folder,
  }) => {
    await linkSampleModel(folder);
    await workbench.openFile('recipe.sft.yaml');
    await workbench.runCommand('Tuning Fork: Train Here');
    const plan = await workbench.webviewFrame('.plan');
    await expect(plan.getByText('SmolLM2-135M-Instruct, expanded from 4-bit').first()).toBeVisible();
    await plan.getByRole('button', { name: 'Train Here' }).click();
    const { chart } = await runPage(workbench);
    await expect(chart).toHaveAttribute('aria-label', /step [1-9]/i, { timeout: 240_000 });
    await workbench.reload(/restore[\\":]+[^"]*runs/);
    const again = await runPage(workbench);
    await expect(again.chart).toHaveAttribute('aria-label', /step 12/i, { timeout: 300_000 });
    await expect(again.page.getByText(/^Completed/).first()).toBeVisible({ timeout: 60_000 });
    expect(loggedSteps(await recordedEvents(await onlyRun(folder)))).toEqual(oneTo(12));
  });

  test('stops by its button', async ({ workbench, folder }) => {
    await linkSampleModel(folder);
    await trainHere(workbench);
    const { page } = await runPage(workbench);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText(/^Stopped/).first()).toBeVisible({ timeout: 60_000 });
  });
});
