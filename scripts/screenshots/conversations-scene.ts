import fs from 'node:fs/promises';
import path from 'node:path';
import type { Camera } from './camera.ts';
import type { SampleWindow } from './sample-window.ts';

type Turn = Readonly<Record<string, unknown>>;

const brief = { role: 'system', content: 'You are a pirate. Answer in one sentence.' };
const chapter = Array.from(
  { length: 43 },
  (_, n) => `${n + 1}. The squire had risen early and sent for the doctor before the tide.`,
);

const said = (...messages: Turn[]): string => JSON.stringify({ messages });
const rows = [
  said(
    brief,
    { role: 'user', content: 'What is the capital of Korea?' },
    { role: 'assistant', content: 'Seoul, matey.' },
  ),
  JSON.stringify({
    messages: [
      brief,
      { role: 'user', content: 'Is it raining in Busan?' },
      {
        role: 'assistant',
        reasoning_content: 'A tool knows the weather.',
        content: '',
        tool_calls: [{ type: 'function', function: { name: 'get_weather', arguments: '{"city": "Busan"}' } }],
      },
      { role: 'tool', content: '{"sky": "rain", "wind_ms": 9}' },
      { role: 'assistant', content: 'Aye, and the wind blows nine metres a second. Stay in port.' },
    ],
    tools: [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object' } } }],
  }),
  said(
    brief,
    { role: 'user', content: 'And how many people live there?' },
    { role: 'assistant', content: ' About 9.4 million souls, arr.' },
  ),
  said(
    brief,
    { role: 'user', content: 'What is the capital of Korea?' },
    { role: 'assistant', content: 'Seoul, matey.' },
  ),
  said(
    { role: 'user', content: 'Name three kinds of sails.' },
    { role: 'user', content: 'And their ropes.' },
  ),
  said(
    { role: 'user', content: '대한민국의 수도는 어디입니까?' },
    { role: 'assistant', content: '서울이오, 선장.' },
  ),
  '{"messages":[{"role":"user","content":"How do I tie a bowline?"},{"role":"assistant","content":"Make a ho',
  said(
    { role: 'user', content: `Retell this chapter in your words:\n${chapter.join('\n')}` },
    { role: 'assistant', content: 'So the captain, an old sea dog, walked into the inn and asked for rum.' },
  ),
];

/** A dataset as conversations: with its filters, and with an edit. */
export async function takeConversations({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  // The recipe uses this file, so its tokens are counted.
  const file = path.join(project, 'data/train.jsonl');
  const kept = await fs.readFile(file);
  await fs.writeFile(file, `${rows.join('\n')}\n`);
  await camera.dress();
  await workbench.openContainer('Explorer');
  await workbench.inHost(async (vscode, name) => {
    await vscode.commands.executeCommand('tuningFork.openConversations', vscode.Uri.file(name));
  }, file);
  const shown = await workbench.webviewFrame('article .finding');
  await shown.locator('.facts', { hasText: 'tokens' }).first().waitFor();
  await camera.take('conversations', async (look) => {
    const page = await workbench.webviewFrame(`html[lang=${look.language}] article .finding`);
    await page.locator('article[data-row="3"] .text').last().waitFor();
  });
  const page = await workbench.webviewFrame('article .finding');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: /^thinking/ }).click();
  await page.getByRole('button', { name: /^tool call/ }).click();
  await page.locator('article[data-row="3"] .text').last().click();
  await page.locator('textarea').waitFor();
  await camera.take('conversations-edit', async (look) => {
    await workbench.webviewFrame(`html[lang=${look.language}] textarea`);
  });
  await page.locator('textarea').press('Escape');
  await workbench.reset();
  await fs.writeFile(file, kept);
}
