import path from 'node:path';
import * as vscode from 'vscode';
import type { CONFIGURATION_NAME } from '../../core/dataset/configuration/configuration.ts';
import type { RuleSettings } from '../../core/dataset/rule-settings.ts';
import { ruleSeverities } from '../kit/settings.ts';

/** A value, as the schema beside that constant would make the start of the extension longer. */
const configurationName: typeof CONFIGURATION_NAME = 'tuning-fork.yaml';

/** What the worker is told of how a dataset is linted. */
export interface LintSettings {
  readonly rules: RuleSettings;
  /** Absent where no tuning-fork.yaml can be looked for. */
  readonly root?: string;
}

/** Severities by setting, which win over those of tuning-fork.yaml, and the folder up to which that is looked for. */
export function lintSettings(dataset: vscode.Uri): LintSettings {
  const rules = ruleSeverities(dataset);
  return dataset.scheme === 'file' ? { rules, root: configurationRoot(dataset) } : { rules };
}

/** The workspace folder of a dataset; its own folder where it lies in none. */
export function configurationRoot(dataset: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(dataset)?.uri.fsPath ?? path.dirname(dataset.fsPath);
}

/** Whether a resource is a tuning-fork.yaml. */
export function isConfiguration(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${configurationName}`);
}

/** Calls back when a tuning-fork.yaml is on disk other than it was; one outside the workspace is seen when it is saved here. */
export function onConfigurationChanged(listener: () => void): vscode.Disposable {
  const { workspace } = vscode;
  const watcher = workspace.createFileSystemWatcher(`**/${configurationName}`);
  const saved = workspace.onDidSaveTextDocument(({ uri }) => {
    if (isConfiguration(uri) && workspace.getWorkspaceFolder(uri) === undefined) listener();
  });
  const events = [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete].map((event) =>
    event(listener),
  );
  return vscode.Disposable.from(watcher, saved, ...events);
}
