import fs from 'node:fs/promises';
import path from 'node:path';
import type { Camera } from './camera.ts';
import type { Look } from './looks.ts';
import type { SampleWindow } from './sample-window.ts';

const TABLE = `question,answer,topic
Which deck has the sun first?,"The upper one, from seven o'clock.",ship
어느 갑판에 해가 먼저 듭니까?,위쪽 갑판에 일곱 시부터 듭니다.,ship
Is there tea?,,kitchen
`;

const words: Readonly<Record<Look['language'], { readonly none: string; readonly write: string }>> = {
  en: { none: 'None', write: 'Write to a New File…' },
  ko: { none: '없음', write: '새 파일에 쓰기…' },
};

/** A table before and after it becomes conversations, and what can be done next. */
export async function takePrepare({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const name = 'faq.csv';
  await fs.writeFile(path.join(project, name), TABLE);
  await camera.dress();
  const { quickInput, page } = workbench;
  await camera.take('prepare', async ({ language }) => {
    // The questions of the look before are in its language.
    await page.keyboard.press('Escape');
    await workbench.openFile(name);
    await workbench.runCommand('Tuning Fork: Convert Dataset…');
    const { none, write } = words[language];
    for (const answer of ['messages', none, 'question', 'answer']) await quickInput.pick(answer);
    await quickInput.row(write).waitFor();
  });
  await page.keyboard.press('Escape');
  await workbench.reset();
  await fs.rm(path.join(project, name));
}
