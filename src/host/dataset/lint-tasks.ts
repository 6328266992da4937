import * as v from 'valibot';
import * as vscode from 'vscode';
import {
  LINT_MATCHERS,
  lintTask,
  lintTaskArguments,
  TASK_TYPE,
  type LintTask,
} from '../../core/dataset/lint-task.ts';
import { displayLanguage } from '../kit/settings.ts';

/** Offers `tuning-fork lint` as a task of each folder and runs those of tasks.json, by the command line of this extension. */
export class LintTasks implements vscode.TaskProvider, vscode.Disposable {
  readonly #cli: string;
  readonly #registration: vscode.Disposable;

  /** @param cli dist/cli.js, absolute. */
  constructor(cli: string) {
    this.#cli = cli;
    this.#registration = vscode.tasks.registerTaskProvider(TASK_TYPE, this);
  }

  provideTasks(): vscode.Task[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const definition = { type: TASK_TYPE, command: 'lint' } as const;
    return folders
      .filter(({ uri }) => uri.scheme === 'file')
      .map((folder) => this.#task(definition, { ...definition, paths: [], args: [] }, folder));
  }

  /** VS Code asks for a task that has no execution, and shows the reason itself where the definition does not fit its schema. */
  resolveTask({ definition, scope }: vscode.Task): vscode.Task | undefined {
    const parsed = v.safeParse(lintTask, definition);
    const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
    if (!parsed.success || folder?.uri.scheme !== 'file') return undefined;
    return this.#task(definition, parsed.output, folder);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** @param definition the object that VS Code gave, by which it knows the task again. */
  #task(definition: vscode.TaskDefinition, asked: LintTask, folder: vscode.WorkspaceFolder): vscode.Task {
    // The Node that runs this extension: none has to be installed. In the desktop it is Electron, which must be told.
    const execution = new vscode.ProcessExecution(
      process.execPath,
      [this.#cli, ...lintTaskArguments(asked, displayLanguage())],
      { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
    );
    const name = asked.paths.length === 0 ? 'lint' : `lint ${asked.paths.join(' ')}`;
    return new vscode.Task(definition, folder, name, TASK_TYPE, execution, [...LINT_MATCHERS]);
  }
}
