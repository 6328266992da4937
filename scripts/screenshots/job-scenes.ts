import fs from 'node:fs/promises';
import path from 'node:path';
import type { HubEmulator } from '../../test/kit/hub/hub-emulator.ts';
import type { Camera } from './camera.ts';
import { recordJob, type RecordedJob } from './recorded-job.ts';
import { panelSettled } from './scenes.ts';
import type { SampleWindow } from './sample-window.ts';

/** The plan of the sample's recipe on HF Jobs: of nobody, of somebody, and of a recipe and a model with much to send. */
export async function takeJobPlans(window: SampleWindow, camera: Camera, hub: HubEmulator): Promise<void> {
  hub.faults.set('unauthorized', true);
  await takePlan(window, camera, 'plan-jobs-refused', 'recipe.sft.yaml');
  hub.faults.clear();
  await takePlan(window, camera, 'plan-jobs', 'recipe.sft.yaml');
  await writeLargeProject(window.project);
  await takePlan(window, camera, 'plan-jobs-large', largeRecipe);
  await fs.rm(path.join(window.project, largeRecipe));
  await fs.rm(path.join(window.project, largeModel), { recursive: true });
}

/** The panel of a job in each of its states. */
export async function takeJobs(window: SampleWindow, camera: Camera, hub: HubEmulator): Promise<void> {
  const { workbench } = window;
  const take = async (name: string, recorded: RecordedJob, selector: string): Promise<string> => {
    const id = await recordJob(window.project, hub, recorded);
    await camera.dress();
    await workbench.openContainer('Tuning Fork');
    await workbench.openFile('recipe.sft.yaml');
    await workbench.command('tuningFork.showRun', id);
    await workbench.webviewFrame(selector);
    await camera.take(name, (look) => panelSettled(workbench, look, selector));
    await workbench.reset();
    return id;
  };
  await take('job-completed', { name: '01', stage: 'COMPLETED', events: 'all' }, '#loss-chart');
  await take('job-cancelled', { name: '02', stage: 'CANCELED', events: 'middle' }, '#loss-chart');
  hub.faults.set('unauthorized', true);
  await take('job-no-contact', { name: '03', stage: 'RUNNING', events: 'middle' }, '.job-contact');
  hub.faults.clear();
  // Nothing is heard, and nothing is known to be wrong.
  hub.faults.set('no-answer', true);
  await take('job-waiting', { name: '04', stage: 'SCHEDULING', events: 'none' }, '#run-state');
  await take('job-running', { name: '05', stage: 'RUNNING', events: 'middle' }, '#loss-chart');
  hub.faults.clear();
  await fs.rm(path.join(window.project, '.tuning-fork'), { recursive: true });
}

async function takePlan(
  { workbench, project }: SampleWindow,
  camera: Camera,
  name: string,
  recipe: string,
): Promise<void> {
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  // Quick open does not know a file yet that was written a moment ago.
  await workbench.inHost(
    async (vscode, file) => void (await vscode.window.showTextDocument(vscode.Uri.file(file))),
    path.join(project, recipe),
  );
  await workbench.command('tuningFork.trainOnJobs');
  const rows = '.plan .plan-table tbody tr';
  await workbench.webviewFrame(rows);
  await camera.take(name, (look) => panelSettled(workbench, look, rows));
  const page = await workbench.webviewFrame(rows);
  if ((await page.locator('.leaves').count()) > 0) await takeEnd(workbench, camera, name, rows);
  await workbench.reset();
}

/** What leaves this computer stands at the end of a plan. */
async function takeEnd(
  workbench: SampleWindow['workbench'],
  camera: Camera,
  name: string,
  rows: string,
): Promise<void> {
  await camera.take(`${name}-end`, async (look) => {
    await panelSettled(workbench, look, rows);
    const page = await workbench.webviewFrame('.plan-two');
    await page.locator('.plan-scroll').evaluate((element) => {
      Object.assign(element, { scrollTop: 1e6 });
    });
  });
}

const largeRecipe = 'korean-customer-support-with-polite-answers-and-long-tail-questions.sft.yaml';
const largeModel = 'models/SmolLM2-135M-Instruct-in-seven-parts';

/** A model folder of twelve files, and a recipe whose name is as long as names become. */
async function writeLargeProject(project: string): Promise<void> {
  const from = await fs.realpath(path.join(project, 'model'));
  const to = path.join(project, largeModel);
  await fs.mkdir(to, { recursive: true });
  const small = (await fs.readdir(from)).filter((name) => /\.(?:json|jinja)$/.test(name));
  for (const name of small) await fs.copyFile(path.join(from, name), path.join(to, name));
  for (let part = 1; part <= 7; part += 1) {
    await fs.writeFile(path.join(to, `model-0000${part}-of-00007.safetensors`), hollowWeights);
  }
  const recipe = await fs.readFile(path.join(project, 'recipe.sft.yaml'), 'utf8');
  await fs.writeFile(
    path.join(project, largeRecipe),
    recipe.replace('model_name_or_path: model', `model_name_or_path: ${largeModel}`),
  );
}

/** A safetensors file with a header and one number. */
const hollowWeights = ((): Buffer => {
  const header = Buffer.from('{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(4)]);
})();
