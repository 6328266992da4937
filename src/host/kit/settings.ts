import * as v from 'valibot';
import * as vscode from 'vscode';
import { ruleSettings, type RuleSettings } from '../../core/dataset/rule-settings.ts';
import type { Language } from '../../core/text/message.ts';

const section = 'tuningFork';

/** Language of findings, panels and plans: the setting, else VS Code's display language. */
export function displayLanguage(): Language {
  const setting = vscode.workspace.getConfiguration(section).get<unknown>('language');
  if (setting === 'en' || setting === 'ko') return setting;
  return vscode.env.language.startsWith('ko') ? 'ko' : 'en';
}

/** The interpreter that the setting names for a resource, with `${workspaceFolder}` filled in; null if it names none. */
export function pythonPathSetting(folder: vscode.WorkspaceFolder | undefined): string | null {
  const setting = vscode.workspace.getConfiguration(section, folder).get<unknown>('pythonPath');
  if (typeof setting !== 'string' || setting.trim() === '') return null;
  return setting.trim().replaceAll('${workspaceFolder}', folder?.uri.fsPath ?? '');
}

/** The Hub's address that the user's own setting names, never a folder's; null if it names none. */
export function hubEndpointSetting(): string | null {
  const setting = vscode.workspace.getConfiguration(section).get<unknown>('hub.endpoint');
  return typeof setting === 'string' && setting.trim() !== '' ? setting.trim() : null;
}

/** Severities of rules for a resource; a setting of another shape counts as none. */
export function ruleSeverities(resource: vscode.Uri): RuleSettings {
  const setting = vscode.workspace.getConfiguration(section, resource).get<unknown>('rules');
  const parsed = v.safeParse(ruleSettings, setting);
  return parsed.success ? parsed.output : {};
}

/** Whether rows get their labels. */
export function rowLabelsShown(resource: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, resource).get<unknown>('rowLabels') !== false;
}

/** Calls back when one of our settings changes. */
export function onSettingsChanged(
  listener: (event: vscode.ConfigurationChangeEvent) => void,
): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener(event);
  });
}
