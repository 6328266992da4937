import fs from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from '@playwright/test';
import type { Workbench } from '../kit/workbench.ts';
import { expect, test } from './fixtures.ts';
import { cursorOf, putCursor, replaceText, seriousViolations } from './preview-page.ts';

const said = (...turns: [role: string, content: string][]): string =>
  JSON.stringify({ messages: turns.map(([role, content]) => ({ role, content })) });

const rows = [
  said(['system', 'Be brief.'], ['user', 'Is it raining?'], ['assistant', 'No.']),
  String.raw`{"messages": [{"role":"user","content":"Caf\u00e9?"}, {"role":"assistant","content":"Yes.\u0020"}]}`,
  said(['user', 'Say nothing.'], ['assistant', '']),
  '{"messages":[{"role":"user","content":"cut',
  JSON.stringify({
    messages: [
      { role: 'user', content: 'Weather in Busan?' },
      {
        role: 'assistant',
        reasoning_content: 'A tool knows that.',
        content: '',
        tool_calls: [{ type: 'function', function: { name: 'rain', arguments: '{"city":"Busan"}' } }],
      },
      { role: 'tool', content: 'dry' },
      { role: 'assistant', content: '부산은 맑습니다.' },
    ],
    tools: [{ type: 'function', function: { name: 'rain', parameters: { type: 'object' } } }],
  }),
  said(
    ['user', 'Is it raining?'],
    ['assistant', Array.from({ length: 40 }, (_, n) => `line ${n}`).join('\n')],
  ),
  said(['system', 'Be brief.'], ['user', 'Is it raining?'], ['assistant', 'No.']),
];
const many = Array.from({ length: 5_000 }, (_, n) =>
  said(['user', `Number ${n + 1}?`], ['assistant', `It is ${n + 1}.`]),
);

test.use({
  files: {
    'chat.jsonl': `${rows.join('\n')}\n`,
    'many.jsonl': `${many.join('\n')}\n`,
    'table.csv': 'prompt,completion\nHi,Hello.\n"Two\nlines",Yes.\n',
  },
});

/** Opens a file as conversations. Quick open would open it as it was shown last. */
async function openConversations(workbench: Workbench, file = 'chat.jsonl'): Promise<Frame> {
  await putCursor(workbench, file, '{');
  await workbench.runCommand('Tuning Fork: Open as Conversations');
  return workbench.webviewFrame('article[data-row]');
}

/** As the context menu of the Explorer does. */
function openFromDisk(workbench: Workbench, file: string): Promise<void> {
  return workbench.inHost(async (vscode, name) => {
    await vscode.commands.executeCommand('tuningFork.openConversations', vscode.Uri.file(name));
  }, file);
}

function textOf(workbench: Workbench, file = 'chat.jsonl'): Promise<string[]> {
  return workbench.inHost(async (vscode, name) => {
    const uri = (await vscode.workspace.findFiles(`**/${name}`))[0];
    if (uri === undefined) throw new Error(`there is no ${name}`);
    return (await vscode.workspace.openTextDocument(uri)).getText().split('\n');
  }, file);
}

const row = (page: Frame, number: number) => page.locator(`article[data-row="${number}"]`);

test('shows rows as turns with their roles, and what was found at its place', async ({ workbench }) => {
  const page = await openConversations(workbench);
  await expect(row(page, 1).locator('.role')).toHaveText(['system', 'user', 'assistant']);
  await expect(row(page, 1).locator('.text')).toHaveText(['Be brief.', 'Is it raining?', 'No.']);
  await expect(row(page, 3).locator('.turn').last()).toContainText('empty-content');
  await expect(row(page, 4)).toContainText('The row is no JSON');
  await expect(row(page, 4)).toContainText('json-syntax');
  await expect(row(page, 4).locator('.text')).toHaveText('{"messages":[{"role":"user","content":"cut');
  await expect(row(page, 7)).toContainText('system as in row 1');
  await expect(row(page, 7).locator('.role')).toHaveText(['user', 'assistant']);
  await expect(row(page, 7).locator('.facts')).toContainText('exact-duplicate');
  await row(page, 7).getByRole('button', { name: 'Row 1', exact: true }).click();
  await expect(row(page, 1)).toBeFocused();
});

test('folds thoughts, calls, tools and long turns', async ({ workbench }) => {
  const page = await openConversations(workbench);
  await expect(row(page, 5).locator('.facts')).toContainText('1 tool: rain');
  await row(page, 5).getByRole('button', { name: 'thinking, 18 characters' }).click();
  await expect(row(page, 5).locator('.unfolded')).toHaveText(['A tool knows that.']);
  await row(page, 5).getByRole('button', { name: 'tool call rain' }).click();
  await expect(row(page, 5).locator('.unfolded').last()).toHaveText('{\n  "city": "Busan"\n}');
  const long = row(page, 6).locator('.text').last();
  await expect(long).toContainText('line 11');
  await expect(long).not.toContainText('line 12');
  await row(page, 6).getByRole('button', { name: '28 more lines' }).click();
  await expect(long).toContainText('line 39');
});

test.describe('an edit', () => {
  test('changes that string of the file alone, and is undone as one', async ({ workbench }) => {
    const page = await openConversations(workbench);
    await row(page, 2).locator('.text').first().click();
    const box = page.getByRole('textbox', { name: 'Text of user' });
    await expect(box).toBeFocused();
    await workbench.page.keyboard.type(' "Now"');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('é');
    await workbench.page.keyboard.press('Control+Enter');
    await expect(box).toHaveCount(0);
    await expect(row(page, 2).locator('.text').first()).toHaveText('Café? "Now"\né');
    const edited = rows[1]!.replace('?"', String.raw`? \"Now\"\n\u00e9"`);
    await workbench.until(() => textOf(workbench), [rows[0]!, edited, ...rows.slice(2), '']);
    await expect(row(page, 2).locator('.text').first()).toBeFocused();
    await workbench.page.keyboard.press('Control+z');
    await workbench.until(() => textOf(workbench), [...rows, '']);
    await expect(row(page, 2).locator('.text').first()).toHaveText('Café?');
  });

  test('is as before with Esc, and is still there after the tab was hidden', async ({ workbench }) => {
    let page = await openConversations(workbench);
    await row(page, 1).locator('.text').last().click();
    await expect(page.locator('textarea')).toBeFocused();
    await workbench.page.keyboard.type(' Sun.');
    await putCursor(workbench, 'many.jsonl', '{');
    await workbench.editor('many.jsonl').waitFor();
    await workbench.command('workbench.action.previousEditor');
    page = await workbench.webviewFrame('textarea');
    const box = page.getByRole('textbox', { name: 'Text of assistant' });
    await expect(box).toHaveValue('No. Sun.');
    await box.press('Escape');
    await expect(row(page, 1).locator('.text').last()).toHaveText('No.');
    expect(await textOf(workbench)).toEqual([...rows, '']);
  });

  test('of a text that was changed meanwhile is refused, and what was typed stays', async ({ workbench }) => {
    const page = await openConversations(workbench);
    await row(page, 1).locator('.text').last().click();
    const box = page.getByRole('textbox', { name: 'Text of assistant' });
    await box.fill('Never.');
    await replaceText(workbench, 'chat.jsonl', '"No."', '"Rarely."');
    await box.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('was changed meanwhile');
    await expect(box).toHaveValue('Never.');
    await box.press('Escape');
    await expect(row(page, 1).locator('.text').last()).toHaveText('Rarely.');
  });

  test('elsewhere in the file does not disturb it', async ({ workbench }) => {
    const page = await openConversations(workbench);
    await row(page, 3).locator('.text').last().click();
    await page.locator('textarea').fill('Nothing.');
    await replaceText(workbench, 'chat.jsonl', 'Be brief.', 'Be very brief.');
    await expect(row(page, 1)).toContainText('Be very brief.');
    await page.locator('textarea').press('Control+Enter');
    await expect(row(page, 3).locator('.text').last()).toHaveText('Nothing.');
    await expect(row(page, 3)).not.toContainText('empty-content');
  });
});

test('finds rows by text, role, length, language, tool and rule', async ({ workbench }) => {
  const page = await openConversations(workbench);
  const shown = page.locator('article[data-row]');
  const search = page.getByRole('textbox', { name: 'Text, "2024", row (#12) or role:tool' });
  await search.fill('BUSAN');
  await expect(page.locator('.conversations-count')).toHaveText('1 of 7 rows');
  await expect(shown).toHaveCount(1);
  await search.fill('');
  await expect(shown).toHaveCount(7);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('system');
  await expect(shown).toHaveCount(2);
  await page.getByRole('button', { name: 'Show Every Row' }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Korean');
  await expect(shown).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('any language');
  await page.getByRole('combobox', { name: 'Tool' }).selectOption('rain');
  await expect(shown).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Length' }).selectOption('16,000 characters and more');
  await expect(page.getByText('No row fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Show Every Row' }).first().click();
  await page.getByRole('combobox', { name: 'Rule' }).selectOption('exact-duplicate (1)');
  await expect(shown).toHaveCount(1);
  await expect(row(page, 7)).toBeVisible();
  await search.fill('3');
  await search.press('Enter');
  await expect(page.getByText('Row 3 is not among the rows that are shown.')).toBeVisible();
});

test('is read, walked through, edited and left by the keyboard alone', async ({ workbench }) => {
  const page = await openConversations(workbench);
  const { keyboard } = workbench.page;
  await page.locator('.feed').focus();
  await keyboard.press('ArrowDown');
  await expect(row(page, 1)).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(row(page, 1).locator('.text').nth(1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of user' })).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('Rain?');
  await keyboard.press('Control+Enter');
  await expect(row(page, 1).locator('.text').nth(1)).toHaveText('Rain?');
  await expect(row(page, 1).locator('.text').nth(1)).toBeFocused();
  await keyboard.press('F8');
  await expect(row(page, 2)).toBeFocused();
  await keyboard.press('F8');
  await expect(row(page, 3)).toBeFocused();
  await keyboard.press('Shift+F8');
  await expect(row(page, 2)).toBeFocused();
  await keyboard.press('Control+End');
  await expect(row(page, 7)).toBeFocused();
  await keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Text of user' })).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('Control+f');
  await expect(page.locator('#search')).toBeFocused();
  await keyboard.type('5');
  await keyboard.press('Enter');
  await expect(row(page, 5)).toBeFocused();
  await keyboard.press('Tab');
  await expect(row(page, 5).getByRole('button', { name: 'Open row 5 in the text editor' })).toBeFocused();
  await keyboard.press('Enter');
  await workbench.until(() => cursorOf(workbench), { file: 'chat.jsonl', before: '' });
});

test('what is typed right after Ctrl+A is not selected once more by VS Code, which hears of the key later', async ({
  workbench,
}) => {
  const page = await openConversations(workbench);
  await row(page, 1).locator('.text').nth(1).dblclick();
  const box = page.getByRole('textbox', { name: 'Text of user' });
  await expect(box).toBeFocused();
  // Without the browser's own, whatever is selected comes from VS Code.
  await box.evaluate((element) => {
    const prevent = (event: Event): void => {
      if ('key' in event && event.key === 'a') event.preventDefault();
    };
    element.addEventListener('keydown', prevent, { capture: true });
    element.ownerDocument.addEventListener('selectionchange', () => {
      const { selectionStart, selectionEnd } = element as unknown as Record<string, number>;
      if (selectionStart !== selectionEnd) element.setAttribute('data-selected', '');
    });
  });
  await workbench.page.keyboard.press('Control+a');
  // VS Code hears of keys in their order: when it has done what later ones ask for, it is through with this one.
  const sideBar = workbench.page.locator('.part.sidebar');
  const isShown = await sideBar.isVisible();
  for (const shown of [!isShown, isShown]) {
    await workbench.page.keyboard.press('Control+b');
    await expect(sideBar).toBeVisible({ visible: shown });
  }
  await expect(box).not.toHaveAttribute('data-selected');
  await workbench.page.keyboard.press('Escape');
});

test('is at the row of the cursor, and the cursor at the row that is opened', async ({ workbench }) => {
  await putCursor(workbench, 'many.jsonl', 'Number 4000?');
  await workbench.runCommand('Tuning Fork: Open as Conversations');
  const page = await workbench.webviewFrame('article[data-row="4000"]');
  await expect(row(page, 4000)).toBeFocused();
  await row(page, 4001).getByRole('button', { name: 'Open row 4,001 in the text editor' }).click();
  const lineOf = () =>
    workbench.inHost((vscode) => vscode.window.activeTextEditor?.selection.active.line, undefined);
  await workbench.until(lineOf, 4_000);
});

test('draws what is in view alone, and is where it was after a reload', async ({ workbench }) => {
  let page = await openConversations(workbench, 'many.jsonl');
  const feed = page.locator('.feed');
  await feed.focus();
  await workbench.page.keyboard.press('Control+End');
  await expect(row(page, 5_000)).toBeFocused();
  await feed.evaluate('(feed) => { feed.scrollTop = feed.scrollHeight / 2; }');
  await page.locator('#search').fill('number');
  await expect(page.locator('.conversations-count')).toHaveText('5,000 of 5,000 rows');
  await page.locator('#search').fill('3000');
  await page.locator('#search').press('Enter');
  await expect(row(page, 3_000)).toBeFocused();
  expect(await page.locator('article').count()).toBeLessThan(100);
  await workbench.page.mouse.wheel(0, 0);
  await workbench.reload(/row[\\\\"]+:3000/);
  page = await workbench.webviewFrame('article[data-row="3000"]');
  await expect(row(page, 3_000)).toBeInViewport();
});

test('shows CSV, which is not edited here', async ({ workbench, folder }) => {
  await openFromDisk(workbench, path.join(folder, 'table.csv'));
  const page = await workbench.webviewFrame('article[data-row]');
  await expect(row(page, 2).locator('.text')).toHaveText(['Two\nlines', 'Yes.']);
  await row(page, 2).locator('.text').first().click();
  await expect(page.getByRole('textbox', { name: 'Text of' })).toHaveCount(0);
  await fs.writeFile(path.join(folder, 'table.csv'), 'prompt,completion\nNew,Row.\n');
  await expect(row(page, 1).locator('.text')).toHaveText(['New', 'Row.']);
});

test('shows the rows of a file that is too large for the text editor', async ({ workbench, folder }) => {
  const file = path.join(folder, 'large.jsonl');
  const content = 'x'.repeat(900);
  const block = Array.from({ length: 1_000 }, (_, n) =>
    said(['user', `Block row ${n}`], ['assistant', content]),
  );
  const handle = await fs.open(file, 'w');
  for (let n = 0; n < 60; n++) await handle.write(`${block.join('\n')}\n`);
  await handle.close();
  try {
    await workbench.inHost(async (vscode, name) => {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(name));
    }, file);
    const note = workbench.toast('large.jsonl has no labels');
    await note.getByRole('button', { name: 'Open as Conversations' }).click();
    const page = await workbench.webviewFrame('article[data-row="1"]');
    await expect(page.locator('.conversations-facts')).toContainText('60,000 rows', { timeout: 30_000 });
    await page.locator('#search').fill('59001');
    await page.locator('#search').press('Enter');
    await expect(row(page, 59_001)).toContainText('Block row 0');
    expect(await page.locator('article').count()).toBeLessThan(100);
    await row(page, 59_001).locator('.text').first().click();
    await expect(page.getByRole('textbox', { name: 'Text of' })).toHaveCount(0);
  } finally {
    await workbench.reset();
    await fs.rm(file);
  }
});

test.describe('accessibility', () => {
  for (const theme of [
    'Dark Modern',
    'Light Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    test(`axe finds nothing serious in ${theme}`, async ({ workbench }) => {
      await workbench.inHost(async (vscode, name) => {
        await vscode.workspace
          .getConfiguration()
          .update('workbench.colorTheme', name, vscode.ConfigurationTarget.Global);
      }, theme);
      const page = await openConversations(workbench);
      await page.getByRole('button', { name: 'Filter' }).click();
      await row(page, 7).locator('.finding').first().waitFor();
      await row(page, 5).getByRole('button', { name: 'tool call rain' }).click();
      await row(page, 2).locator('.text').first().click();
      await page.getByRole('textbox', { name: 'Text of user' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    });
  }
});
