// Takes pictures of the first ten minutes, in every theme and both languages.
//   npm run screenshots -- SCENE…   only these of data, datasets, report, prepare, editor, problems, conversations, template, preview, run, compare, job-plans, jobs
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { execa } from 'execa';
import { ensureKoreanFont } from './chromium.ts';
import { exitOnSignals } from './exit-on-signals.ts';
import { ensurePython } from './python-environment.ts';
import { ensureSampleModel } from './sample-model.ts';
import { Camera } from './screenshots/camera.ts';
import { HubEmulator } from '../test/kit/hub/hub-emulator.ts';
import { takeCompare } from './screenshots/compare-scene.ts';
import { takeConversations } from './screenshots/conversations-scene.ts';
import { takeJobPlans, takeJobs } from './screenshots/job-scenes.ts';
import { takePrepare } from './screenshots/prepare-scene.ts';
import { takePreview } from './screenshots/preview-scene.ts';
import { takeDatasets, takeReport } from './screenshots/report-scene.ts';
import { openSampleWindow } from './screenshots/sample-window.ts';
import { takeTemplate } from './screenshots/template-scene.ts';
import { takeData, takeEditor, takeProblems, takeRun } from './screenshots/scenes.ts';

const root = path.resolve(import.meta.dirname, '..');
const pictures = path.join(root, 'out/screenshots');
const scenes = {
  data: takeData,
  datasets: takeDatasets,
  report: takeReport,
  prepare: takePrepare,
  editor: takeEditor,
  problems: takeProblems,
  conversations: takeConversations,
  template: takeTemplate,
  preview: takePreview,
  run: takeRun,
  compare: takeCompare,
};
/** Taken in a window of their own, which is signed in at a simulated Hub. */
const jobScenes = { 'job-plans': takeJobPlans, jobs: takeJobs };
const names = [...Object.keys(scenes), ...Object.keys(jobScenes)];
/** The README's pictures, and where they come from. */
const shipped = {
  editor: { scene: 'editor', picture: 'editor-dark.png' },
  run: { scene: 'run', picture: 'run-dark.png' },
  compare: { scene: 'run', picture: 'compare-live-dark.png' },
  'plan-jobs': { scene: 'job-plans', picture: 'plan-jobs-dark.png' },
};

async function packageExtension(): Promise<void> {
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] } as const;
  await execa(process.execPath, ['scripts/build.mjs', '--production'], options);
  await execa(process.execPath, ['scripts/package.mjs'], options);
}

async function ship(asked: readonly string[]): Promise<void> {
  const folder = path.join(root, 'media/screenshots');
  await fs.mkdir(folder, { recursive: true });
  for (const [name, { scene, picture }] of Object.entries(shipped)) {
    if (!asked.includes(scene)) continue;
    await fs.copyFile(path.join(pictures, picture), path.join(folder, `${name}.png`));
  }
}

async function takePictures(asked: readonly string[]): Promise<void> {
  ensureKoreanFont();
  const python = await ensurePython();
  const model = path.join(root, 'out/sample-model');
  await ensureSampleModel(python, model);
  await packageExtension();
  if (Object.keys(scenes).some((name) => asked.includes(name))) await takeHere(asked, python, model);
  if (Object.keys(jobScenes).some((name) => asked.includes(name))) await takeJobScenes(asked, python, model);
  await ship(asked);
}

async function takeHere(asked: readonly string[], python: string, model: string): Promise<void> {
  const window = await openSampleWindow(python, model);
  try {
    const camera = new Camera(window.workbench, pictures);
    for (const [name, take] of Object.entries(scenes)) {
      if (asked.includes(name)) await take(window, camera);
    }
  } finally {
    await window.close();
  }
}

async function takeJobScenes(asked: readonly string[], python: string, model: string): Promise<void> {
  const hub = await HubEmulator.start({ python });
  try {
    const signedIn = { HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token };
    const window = await openSampleWindow(python, model, signedIn);
    try {
      const camera = new Camera(window.workbench, pictures);
      for (const [name, take] of Object.entries(jobScenes)) {
        if (asked.includes(name)) await take(window, camera, hub);
      }
    } finally {
      await window.close();
    }
  } finally {
    await hub.stop();
  }
}

exitOnSignals();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no scene ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  await takePictures(asked.length === 0 ? names : asked);
}
