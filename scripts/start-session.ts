// Opens the sample project in VS Code with this extension.
//   --web        in the browser, also where there is a VS Code on this desktop
//   --jobs       with a Hub on this machine that runs jobs here, in place of the official one
//   --port PORT  of the browser's VS Code; a free one otherwise
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { HubEmulator } from '../test/kit/hub/hub-emulator.ts';
import { chooseEditor } from './editor-choice.ts';
import { exitOnSignals } from './exit-on-signals.ts';
import { findProgram } from './find-program.ts';
import { openDesktop, openInBrowser, type EditorRequest } from './open-editor.ts';
import { ensurePython } from './python-environment.ts';
import { ensureSampleModel } from './sample-model.ts';
import { updateWorkingCopy } from './working-copy.ts';

const root = path.resolve(import.meta.dirname, '..');
const development = path.join(root, '.dev');
const project = path.join(development, 'sample');

const { values } = parseArgs({
  options: {
    web: { type: 'boolean', default: false },
    jobs: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});

/** The interpreter, with the sample model made by it. Without one the editor still opens: datasets need none. */
async function preparePython(): Promise<string | undefined> {
  const named = process.env['TUNING_FORK_PYTHON'];
  try {
    const python = named !== undefined && named !== '' ? named : await ensurePython();
    await ensureSampleModel(python, path.join(project, 'model'));
    return python;
  } catch (error) {
    console.error(`${messageOf(error)}\nTuning Fork opens all the same; training has to wait for it.`);
    return named;
  }
}

async function serveUntilStopped(request: EditorRequest): Promise<number> {
  const directory = path.join(development, 'code-server');
  const { server, address } = await openInBrowser(directory, request, Number(values.port));
  console.log(`Tuning Fork is open at ${address}\nCtrl+C stops it.`);
  const code = await Promise.race([signalled(), server.ended.then(() => 1)]);
  await server.stop();
  return code;
}

/** Resolves with 0 at a signal, for those who end by themselves. */
function signalled(): Promise<number> {
  releaseSignals();
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(0));
  });
}

/** The desktop's command returns at once; a Hub has to stay for its window. */
async function openOnDesktop(program: string, request: EditorRequest): Promise<number> {
  const code = await openDesktop(program, request);
  if (code !== 0) return 2;
  console.log('Opened in VS Code. "npm start -- --web" opens it in the browser instead.');
  if (request.hub === undefined) return 0;
  console.log('The simulated Hub runs until Ctrl+C.');
  return signalled();
}

async function start(): Promise<number> {
  await execa(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  await updateWorkingCopy(
    path.join(root, 'media/sample'),
    project,
    path.join(development, 'sample-original'),
  );
  const python = await preparePython();
  const hub = values.jobs ? await HubEmulator.start(python === undefined ? {} : { python }) : undefined;
  if (hub !== undefined) console.log(`Jobs run on this machine, by a simulated Hub at ${hub.endpoint}`);
  try {
    return await openEditor({ extension: root, folder: project, python, hub });
  } finally {
    await hub?.stop();
  }
}

function openEditor(request: EditorRequest): Promise<number> {
  const choice = chooseEditor({
    web: values.web,
    env: process.env,
    platform: process.platform,
    find: findProgram,
  });
  if (choice.kind === 'browser') return serveUntilStopped(request);
  return openOnDesktop(choice.program, request);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const releaseSignals = exitOnSignals();
try {
  process.exitCode = await start();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
