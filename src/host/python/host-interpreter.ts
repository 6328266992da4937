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
  return { suggested: await pythonExtensionChoice(folder), folder: own, env };
}

const pythonApi = v.object({
  environments: v.object({
    getActiveEnvironmentPath: v.function(),
    resolveEnvironment: v.function(),
  }),
});
const resolvedEnvironment = v.object({ executable: v.object({ uri: v.object({ fsPath: v.string() }) }) });

/** The interpreter that is chosen in ms-python.python, if that extension is there and answers in time. */
async function pythonExtensionChoice(folder: vscode.WorkspaceFolder | undefined): Promise<Candidate[]> {
  const extension = vscode.extensions.getExtension<unknown>('ms-python.python');
  if (extension === undefined) return [];
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const command = await Promise.race([activePython(extension, folder), patience]).catch(() => null);
  return command === null ? [] : [{ command, source: { id: 'python.source.extension' } }];
}

async function activePython(
  extension: vscode.Extension<unknown>,
  folder: vscode.WorkspaceFolder | undefined,
): Promise<string | null> {
  const api = v.safeParse(pythonApi, await extension.activate());
  if (!api.success) return null;
  const { environments } = api.output;
  const active: unknown = environments.getActiveEnvironmentPath(folder?.uri);
  const resolved = v.safeParse(resolvedEnvironment, await environments.resolveEnvironment(active));
  return resolved.success ? resolved.output.executable.uri.fsPath : null;
}
