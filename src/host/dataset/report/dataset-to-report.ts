import path from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../../core/text/human-error.ts';
import { resourceOf } from '../../kit/commands.ts';

/**
 * The dataset that a command was called with: a resource, its node in the Datasets view, or the active editor's file.
 * @throws {HumanError} if that is none, or not on this computer's disk
 */
export function datasetToReport(argument: unknown): vscode.Uri {
  const node = argument as { readonly uri?: unknown } | undefined;
  const uri = node?.uri instanceof vscode.Uri ? node.uri : (resourceOf(argument) ?? uriOfActiveTab());
  if (uri === undefined || !/\.(jsonl|ndjson|json|csv|parquet)$/i.test(uri.path))
    throw new HumanError('dataset.report.choose');
  if (uri.scheme !== 'file')
    throw new HumanError('dataset.report.not-on-disk', { file: path.posix.basename(uri.path) });
  return uri;
}

/** A file that VS Code does not give to extensions, because of its size, has a tab all the same. */
function uriOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}
