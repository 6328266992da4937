import fs from 'node:fs/promises';
import path from 'node:path';
import type { Camera } from './camera.ts';
import type { SampleWindow } from './sample-window.ts';
import { previewSettled } from './scenes.ts';

const smollm3 = path.resolve(import.meta.dirname, '../../test/fixtures/chat-templates/smollm3.jinja');

/** The preview with a template of the real world: its messages and notes, a character shown in its editors, switches, the matrix. */
export async function takePreview({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const template = path.join(project, 'chat_template.jinja');
  const own = await fs.readFile(template);
  await fs.copyFile(smollm3, template);
  await camera.dress();
  await workbench.openFile('train.jsonl');
  await workbench.command('tuningFork.previewChatTemplate');
  const page = await workbench.webviewFrame('#rendered .line');
  for (let widened = 0; widened < 3; widened += 1) {
    await workbench.command('workbench.action.decreaseViewWidth');
  }
  await camera.take('preview', (look) => previewSettled(workbench, look));
  await page.getByRole('button', { name: 'Switches' }).click();
  await page.getByRole('radiogroup', { name: 'enable_thinking' }).getByText('false').click();
  await page.getByRole('button', { name: 'Matrix' }).click();
  await page.locator('.matrix-column').nth(1).waitFor();
  await camera.take('preview-switches', async (look) => {
    await previewSettled(workbench, look);
    await workbench.webviewFrame('.matrix-column ins');
  });
  await workbench.reset();
  await fs.writeFile(template, own);
  await takeOrigin(workbench, camera);
}

/** A character of an answer, shown in its row and in the template; the pointer rests on another stretch. */
async function takeOrigin(workbench: SampleWindow['workbench'], camera: Camera): Promise<void> {
  await camera.dress();
  await workbench.openFile('train.jsonl');
  await workbench.command('tuningFork.previewChatTemplate');
  const page = await workbench.webviewFrame('#rendered .trained');
  await page.locator('#rendered .trained').first().click();
  await workbench.tab('chat_template.jinja').waitFor();
  await workbench.command('workbench.action.evenEditorWidths');
  await camera.take('preview-origin', async (look) => {
    await previewSettled(workbench, look);
    const drawn = await workbench.webviewFrame(`html[lang=${look.language}] #rendered .trained`);
    await drawn.locator('#rendered .trained').first().click();
    await drawn.locator('#rendered .trained').first().hover();
    await drawn.locator('.origin-card').waitFor();
  });
  await workbench.reset();
}
