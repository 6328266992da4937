import path from 'node:path';
import * as vscode from 'vscode';
import type { RuleSettings } from '../../core/dataset/rule-settings.ts';
import { ruleSeverities } from '../kit/settings.ts';

/** What the worker is told of how a dataset is linted. */
export interface LintChoice {
  readonly rules: RuleSettings;
  /** Absent where no tuning-fork.yaml can be looked for. */
  readonly root?: string;
}

/** Severities by setting, which win over those of tuning-fork.yaml, and the folder up to which that is looked for. */
export function lintChoice(dataset: vscode.Uri): LintChoice {
  const rules = ruleSeverities(dataset);
  return dataset.scheme === 'file' ? { rules, root: configurationRoot(dataset) } : { rules };
}

/** The workspace folder of a dataset; its own folder where it lies in none. */
export function configurationRoot(dataset: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(dataset)?.uri.fsPath ?? path.dirname(dataset.fsPath);
}

/** Whether a resource is a tuning-fork.yaml. */
export function isConfiguration(uri: vscode.Uri): boolean {
  return uri.path.endsWith('/tuning-fork.yaml');
}

/** Calls back when a tuning-fork.yaml is on disk other than it was; one outside the workspace is seen when it is saved here. */
export function onConfigurationChanged(listener: () => void): vscode.Disposable {
  const { workspace } = vscode;
  const watcher = workspace.createFileSystemWatcher('**/tuning-fork.yaml');
  const saved = workspace.onDidSaveTextDocument(({ uri }) => {
    if (isConfiguration(uri) && workspace.getWorkspaceFolder(uri) === undefined) listener();
  });
  const events = [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete].map((event) =>
    event(listener),
  );
  return vscode.Disposable.from(watcher, saved, ...events);
}
