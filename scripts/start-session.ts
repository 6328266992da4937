// Opens the sample project in VS Code with this extension.
//   --web        in the browser, also where there is a VS Code on this desktop
//   --port PORT  of the browser's VS Code; a free one otherwise
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
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
  options: { web: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
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
  const stopped = Promise.withResolvers<number>();
  releaseSignals();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopped.resolve(0));
  }
  void server.ended.then(() => stopped.resolve(1));
  const code = await stopped.promise;
  await server.stop();
  return code;
}

async function start(): Promise<number> {
  await execa(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  await updateWorkingCopy(
    path.join(root, 'media/sample'),
    project,
    path.join(development, 'sample-original'),
  );
  const request = { extension: root, folder: project, python: await preparePython() };
  const choice = chooseEditor({
    web: values.web,
    env: process.env,
    platform: process.platform,
    find: findProgram,
  });
  if (choice.kind === 'browser') return serveUntilStopped(request);
  const code = await openDesktop(choice.program, request);
  if (code === 0) console.log('Opened in VS Code. "npm start -- --web" opens it in the browser instead.');
  return code === 0 ? 0 : 2;
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
