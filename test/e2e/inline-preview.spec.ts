import fs from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Workbench } from '../kit/workbench.ts';

const refusing =
  "{% for m in messages %}\n{{ m.content }}{% if m.role == 'critic' %}{{ raise_exception('no critics here') }}{% endif %}\n{% endfor %}";
const turn = (role: string): string => JSON.stringify({ role, content: 'Well.' });
const criticized = `{"messages":[${turn('user')},${turn('critic')}]}\n`;

test.use({ project: 'media/sample', files: { 'critic.jsonl': criticized } });

function hover(page: Page): Locator {
  return page.locator(
    '.monaco-hover:not(.hidden) .monaco-hover-content, .monaco-resizable-hover .monaco-hover-content',
  );
}

async function hoverOverRow(workbench: Workbench, line: number): Promise<Locator> {
  const row = workbench
    .editor('train.jsonl')
    .locator('.view-line')
    .nth(line - 1);
  await row.hover({ position: { x: 300, y: 8 } });
  const shown = hover(workbench.page).filter({ hasText: '<|im_start|>' }).first();
  await expect(shown).toBeVisible();
  return shown;
}

function peek(page: Page): Locator {
  return page.locator('.zone-widget .peekview-widget, .peekview-widget').first();
}

/** The lines of the editor inside the peek. */
function peekedText(page: Page): Locator {
  return peek(page).locator('.monaco-editor .view-lines').first();
}

/** With its labels: their coming moves the text, and with it what is under the mouse. */
async function openTrain(workbench: Workbench): Promise<void> {
  await workbench.openFile('train.jsonl');
  await workbench.editor('train.jsonl').locator('.view-line span[class*="ced-"]').first().waitFor();
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Home');
}

test.describe('a row in the editor', () => {
  test('shows in its hover what the model sees, with links to preview, peek and copy', async ({
    workbench,
  }) => {
    await openTrain(workbench);
    const shown = await hoverOverRow(workbench, 1);
    await expect(shown).toContainText('2 turns');
    await expect(shown).toContainText('Why is the sky blue?');
    for (const link of ['Preview', 'Peek', 'Copy']) {
      await expect(shown.getByRole('link', { name: link, exact: true })).toBeVisible();
    }
    await workbench.page.screenshot({ path: 'out/e2e/row-hover.png' });
  });

  test('is shown whole under itself by the link in its hover', async ({ workbench }) => {
    await openTrain(workbench);
    const shown = await hoverOverRow(workbench, 3);
    await shown.getByRole('link', { name: 'Peek', exact: true }).click();
    await expect(peekedText(workbench.page)).toContainText('<|im_start|>');
    await workbench.page.screenshot({ path: 'out/e2e/row-peek.png' });
    await workbench.page.keyboard.press('Escape');
    await expect(peek(workbench.page)).toHaveCount(0);
  });

  test('is shown in the preview by the link in its hover', async ({ workbench }) => {
    await openTrain(workbench);
    const shown = await hoverOverRow(workbench, 2);
    await shown.getByRole('link', { name: 'Preview', exact: true }).click();
    const frame = await workbench.webviewFrame('#rendered');
    await expect(frame.locator('#rendered')).toContainText('How long should I boil an egg?');
  });

  test('is shown whole under itself by its key, and what is typed into it shows there', async ({
    workbench,
  }) => {
    await openTrain(workbench);
    const { page } = workbench;
    // The first peek of a window loads what peeks are made of.
    for (const round of ['first', 'second']) {
      await page.keyboard.press('Control+k');
      const start = performance.now();
      await page.keyboard.press('Control+v');
      await expect(peekedText(page)).toContainText('Why is the sky blue?');
      console.log(`peek, ${round} of the window: ${Math.round(performance.now() - start)} ms`);
      if (round === 'first') {
        await page.keyboard.press('Escape');
        await expect(peek(page)).toHaveCount(0);
        await workbench.focusEditor();
      }
    }
    await workbench.inHost(async (vscode) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/train.jsonl'));
      if (document === undefined) throw new Error('train.jsonl is not open');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().indexOf('Why is')), 'Tell me: ');
      await vscode.workspace.applyEdit(edit);
    }, undefined);
    await expect(peekedText(page)).toContainText('Tell me: Why is the sky blue?');
  });

  test('is shown whole under itself from the menu of its line number', async ({ workbench }) => {
    await openTrain(workbench);
    await workbench.editor('train.jsonl').locator('.line-numbers').nth(1).click({ button: 'right' });
    await workbench.menuEntry('Peek Rendered Row');
    await expect(peekedText(workbench.page)).toContainText('How long should I boil an egg?');
  });
});

test.describe("a template's refusal", () => {
  test('is a squiggle on the message and on the line of the template, and goes when it is cured', async ({
    workbench,
    folder,
  }) => {
    await fs.writeFile(path.join(folder, 'chat_template.jinja'), refusing);
    await workbench.openFile('critic.jsonl');
    const asked = async (): Promise<unknown> =>
      workbench.inHost(
        (vscode) =>
          vscode.languages
            .getDiagnostics()
            .flatMap(([uri, all]) =>
              all
                .filter(({ code }) => code === 'template-refusal')
                .map(({ range }) => [
                  uri.path.split('/').at(-1),
                  range.start.line,
                  range.start.character,
                  range.end.character,
                ]),
            )
            .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
        undefined,
      );
    const start = criticized.indexOf(turn('critic'));
    await expect.poll(asked).toMatchObject([
      ['chat_template.jinja', 1, expect.any(Number), expect.any(Number)],
      ['critic.jsonl', 0, start, start + turn('critic').length],
    ]);
    await expect(workbench.squiggles('error').first()).toBeVisible();
    await workbench.page.screenshot({ path: 'out/e2e/refusal.png' });
    await fs.writeFile(path.join(folder, 'chat_template.jinja'), refusing.replace("'critic'", "'nobody'"));
    await expect.poll(asked).toEqual([]);
  });
});
