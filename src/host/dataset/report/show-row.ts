import path from 'node:path';
import * as vscode from 'vscode';
import { fileKind } from '../../../core/dataset/file-kind.ts';
import { HumanError } from '../../../core/text/human-error.ts';

interface RowToShow {
  readonly row: number;
  /** The 0-based line at which it begins; null if it is not there. */
  readonly line: () => Promise<number | null>;
  /** Whether the editor gets the keyboard. */
  readonly focus: boolean;
  /** The column of the panel that asks, which stays in view. */
  readonly besides: vscode.ViewColumn | undefined;
}

/**
 * Shows a row in the text editor of its file.
 * @throws {HumanError} if the file or the row is gone, or the file has no lines
 */
export async function showRow(uri: vscode.Uri, { row, line, focus, besides }: RowToShow): Promise<void> {
  if (fileKind(uri.path) === 'parquet') throw new HumanError('dataset.report.no-lines', { row });
  await requireFile(uri);
  const at = await line();
  if (at === null) throw new HumanError('dataset.report.no-row', { row });
  // VS Code gives no large file to extensions, but opens it.
  await vscode.commands.executeCommand('vscode.open', uri, {
    viewColumn: columnFor(uri, besides),
    preserveFocus: !focus,
    preview: true,
    selection: new vscode.Range(at, 0, at, 0),
  });
}

/** @throws {HumanError} if the file is gone */
export async function showDataset(uri: vscode.Uri, besides: vscode.ViewColumn | undefined): Promise<void> {
  await requireFile(uri);
  await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: columnFor(uri, besides) });
}

async function requireFile(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    throw new HumanError('dataset.report.gone', { path: path.basename(uri.fsPath) });
  }
}

/** Where the file is open beside the panel; else in another column than the panel's. */
function columnFor(uri: vscode.Uri, besides: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const groups = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== besides);
  const isOpenIn = ({ tabs }: vscode.TabGroup): boolean =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  return (groups.find(isOpenIn) ?? groups[0])?.viewColumn ?? vscode.ViewColumn.Beside;
}
