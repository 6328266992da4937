import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';

/** The workspace folder of a resource; without one, the first folder. */
export function folderOf(resource: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  const own = resource === undefined ? undefined : vscode.workspace.getWorkspaceFolder(resource);
  return own ?? vscode.workspace.workspaceFolders?.[0];
}

/**
 * A folder on this computer's disk, where a process may be started.
 * @throws {HumanError} if the workspace is not trusted, is virtual, or has no folder.
 */
export function requireFolder(resource: vscode.Uri | undefined): vscode.WorkspaceFolder {
  const folder = folderOf(resource);
  if (folder === undefined) throw new HumanError('host.no-folder');
  if (folder.uri.scheme !== 'file') throw new HumanError('host.virtual-folder');
  if (!vscode.workspace.isTrusted) throw new HumanError('host.untrusted');
  return folder;
}
