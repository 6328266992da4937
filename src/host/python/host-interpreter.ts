import * as v from 'valibot';
import * as vscode from 'vscode';
import { findInterpreter, type InterpreterSearch } from '../../node/python/find-interpreter.ts';
import type { Interpreter } from '../../node/python/interpreter.ts';
import type { Candidate } from '../../node/python/probe-interpreter.ts';
import { pythonPathSetting } from '../kit/settings.ts';

/** Another extension that does not answer in this time is passed over. */
const PATIENCE_MS = 3000;

/**
 * The interpreter for a folder: the setting's, TUNING_FORK_PYTHON, the Python extension's, the folder's own environment, or PATH's.
 * @throws {HumanError} if the one that is named cannot be used or if there is none.
 */
export async function hostInterpreter(folder: vscode.WorkspaceFolder | undefined): Promise<Interpreter> {
  return findInterpreter(await interpreterSearch(folder));
}

/** What is searched for a folder; nothing inside it where it is not trusted. */
export async function interpreterSearch(
  folder: vscode.WorkspaceFolder | undefined,
): Promise<InterpreterSearch> {
  const { env } = process;
  const setting = pythonPathSetting(folder);
  const own = vscode.workspace.isTrusted && folder?.uri.scheme === 'file' ? folder.uri.fsPath : null;
  if (setting !== null) {
    return { named: { command: setting, source: { id: 'python.source.setting' } }, folder: own, env };
  }
  const variable = 'TUNING_FORK_PYTHON';
  const command = env[variable];
  if (command) {
    return {
      named: { command, source: { id: 'python.source.environment', args: { variable } } },
      folder: own,
      env,
    };
  }
  return { suggested: await extensionChoices(folder), folder: own, env };
}

/** What other extensions have chosen for the folder, the newer one first; none of them is required. */
async function extensionChoices(folder: vscode.WorkspaceFolder | undefined): Promise<Candidate[]> {
  const asked = [
    ask('ms-python.vscode-python-envs', folder, environmentsPython),
    ask('ms-python.python', folder, activePython),
  ];
  const commands = await Promise.all(asked);
  return commands
    .filter((command) => command !== null)
    .map((command) => ({ command, source: { id: 'python.source.extension' } }));
}

type Answer = (api: unknown, folder: vscode.WorkspaceFolder | undefined) => Promise<string | null>;

/** The answer of an extension, or null if it is not there, fails, or does not answer in time. */
async function ask(
  id: string,
  folder: vscode.WorkspaceFolder | undefined,
  answer: Answer,
): Promise<string | null> {
  const extension = vscode.extensions.getExtension<unknown>(id);
  if (extension === undefined) return null;
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const asked = Promise.resolve(extension.activate()).then((api) => answer(api, folder));
  return Promise.race([asked, patience]).catch(() => null);
}

const environmentsApi = v.object({ getEnvironment: v.function() });
const environment = v.object({ execInfo: v.object({ run: v.object({ executable: v.string() }) }) });

/** ms-python.vscode-python-envs 1.0: the environment of a folder. */
const environmentsPython: Answer = async (api, folder) => {
  const parsed = v.safeParse(environmentsApi, api);
  if (!parsed.success) return null;
  const found = v.safeParse(environment, await parsed.output.getEnvironment(folder?.uri));
  return found.success ? found.output.execInfo.run.executable : null;
};

const pythonApi = v.object({
  environments: v.object({
    getActiveEnvironmentPath: v.function(),
    resolveEnvironment: v.function(),
  }),
});
const resolvedEnvironment = v.object({ executable: v.object({ uri: v.object({ fsPath: v.string() }) }) });

/** ms-python.python: its paths may name a folder or nothing, so they are always resolved. */
const activePython: Answer = async (api, folder) => {
  const parsed = v.safeParse(pythonApi, api);
  if (!parsed.success) return null;
  const { environments } = parsed.output;
  const active: unknown = environments.getActiveEnvironmentPath(folder?.uri);
  const resolved = v.safeParse(resolvedEnvironment, await environments.resolveEnvironment(active));
  return resolved.success ? resolved.output.executable.uri.fsPath : null;
};
