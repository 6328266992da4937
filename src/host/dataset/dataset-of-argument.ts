import * as vscode from 'vscode';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { namedResource } from '../kit/commands.ts';

/**
 * The dataset that a command was called on: a resource, its node in the Datasets view, or what is open in the active tab or editor;
 * undefined if that is no dataset.
 */
export function datasetOfArgument(argument: unknown): vscode.Uri | undefined {
  const uri = fileOfArgument(argument);
  return uri !== undefined && fileKind(uri.path) !== null ? uri : undefined;
}

/** The same of any file. */
export function fileOfArgument(argument: unknown): vscode.Uri | undefined {
  return namedResource(argument) ?? uriOfActiveTab() ?? vscode.window.activeTextEditor?.document.uri;
}

/** A large file, and one in an editor that is not for text, has a tab, but no document that extensions are given. */
function uriOfActiveTab(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}
