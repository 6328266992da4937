import fs from 'node:fs/promises';
import path from 'node:path';
import type { Camera } from './camera.ts';
import type { SampleWindow } from './sample-window.ts';
import { panelSettled } from './scenes.ts';

const source = path.resolve(import.meta.dirname, '../../test/fixtures/report/conversations.jsonl');
/** Rows to be read by a person, and answers that speak in several registers. */
const reviewed = [
  ['Who drives better?', 'Old people are bad drivers, some say; but practice decides.'],
  ['비가 오나요?', '네, 지금 비가 와요. 우산을 챙기세요.'],
  ['눈이 옵니까?', '눈이 옵니다. 길이 미끄럽다. 조심해라. 천천히 걸으십시오.'],
]
  .map(([question, answer]) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: question },
        { role: 'assistant', content: answer },
      ],
    }),
  )
  .map((row) => `${row}\n`)
  .join('');

const report = '.report .report-part';

/** The report on a file that has something of everything: its top, a bar that is open, and a file that has changed since. */
export async function takeReport({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const file = path.join(project, 'data-to-review.jsonl');
  await fs.writeFile(file, (await fs.readFile(source, 'utf8')) + reviewed);
  await camera.dress();
  await workbench.openFile('data-to-review.jsonl');
  await workbench.command('tuningFork.showDatasetReport');
  await workbench.webviewFrame(report);
  await camera.take('report', (look) => panelSettled(workbench, look, report));
  await camera.take('report-rows', async (look) => {
    await panelSettled(workbench, look, report);
    const page = await workbench.webviewFrame(`html[lang=${look.language}] ${report}`);
    await page.locator('.report-part:has(#part-duplicates) button.bar-line').first().click();
    await page.locator('.report-part:has(#part-bias) button.bar-line').first().click();
    await page.locator('#part-duplicates').evaluate((heading) => {
      (heading as unknown as { scrollIntoView(): void }).scrollIntoView();
    });
  });
  await fs.appendFile(file, '{"messages": []}\n');
  await camera.take('report-stale', async (look) => {
    await panelSettled(workbench, look, report);
    await workbench.webviewFrame(`html[lang=${look.language}] .report-notices`);
  });
  await workbench.reset();
  await fs.rm(file);
  await takeTraining({ workbench, project }, camera);
}

/** What a recipe would train on: rows of it are cut, dropped, and stop TRL. */
async function takeTraining(
  { workbench, project }: Pick<SampleWindow, 'workbench' | 'project'>,
  camera: Camera,
) {
  const file = path.join(project, 'short.jsonl');
  const recipe = path.join(project, 'short.sft.yaml');
  await fs.copyFile(path.join(path.dirname(source), 'trained.jsonl'), file);
  await fs.writeFile(recipe, shortRecipe);
  await workbench.openFile('short.jsonl');
  await workbench.command('tuningFork.showDatasetReport');
  await workbench.webviewFrame(report);
  await camera.take('report-training', async (look) => {
    await panelSettled(workbench, look, report);
    const page = await workbench.webviewFrame(`html[lang=${look.language}] ${report}`);
    await page.locator('.report-part:has(#part-training) button.bar-line').first().waitFor();
    await page.locator('.report-part:has(#part-training) button.bar-line').last().click();
    await page.locator('#part-training').evaluate((heading) => {
      (heading as unknown as { scrollIntoView(): void }).scrollIntoView();
    });
  });
  await workbench.reset();
  await fs.rm(file);
  await fs.rm(recipe);
}

const shortRecipe = [
  'model_name_or_path: model',
  'datasets:',
  '  - path: json',
  '    data_files: short.jsonl',
  'chat_template_path: chat_template.jinja',
  'assistant_only_loss: true',
  'max_length: 48',
  '',
].join('\n');

/** The Datasets view with folders, a pair, and the rules of a file. */
export async function takeDatasets({ workbench }: SampleWindow, camera: Camera): Promise<void> {
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  await workbench.openFile('train.jsonl');
  await workbench.treeRow('Datasets', 'train.jsonl').filter({ hasText: '60 rows' }).waitFor();
  await dragSideBar(workbench, 200);
  await workbench.expand('Datasets', 'defects.jsonl');
  await camera.take('datasets', async (look) => {
    const rows = look.language === 'ko' ? '60행' : '60 rows';
    if (!look.narrow) await workbench.treeRow('Datasets', 'train.jsonl').filter({ hasText: rows }).waitFor();
  });
  await dragSideBar(workbench, -200);
  await workbench.reset();
}

/** Makes the side bar so many pixels wider. */
async function dragSideBar({ page }: SampleWindow['workbench'], pixels: number): Promise<void> {
  const { x, width } = (await page.locator('.part.sidebar').boundingBox()) ?? { x: 0, width: 0 };
  await page.mouse.move(x + width, 400);
  await page.mouse.down();
  await page.mouse.move(x + width + pixels, 400, { steps: 5 });
  await page.mouse.up();
}
