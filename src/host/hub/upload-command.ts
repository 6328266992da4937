import * as vscode from 'vscode';
import type { CommandRegistry } from '../kit/commands.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { chooseRun } from '../runs/choose-run.ts';
import type { RunStores, WorkspaceRun } from '../runs/run-stores.ts';
import type { HubAccount } from './hub-account.ts';
import type { HubStatus } from './hub-status.ts';

/** *Upload Run to the Hub*: name, visibility, a list of what leaves, and then only the upload. */
export function registerUploadCommand(
  commands: CommandRegistry,
  stores: RunStores,
  account: HubAccount,
  status: HubStatus,
): void {
  commands.register('uploadRun', async (argument) => {
    const run = await chooseRun(argument, stores, isEnded);
    if (run === undefined) return;
    requireFolder(vscode.Uri.file(run.store.folder));
    if ((await account.origin()) === null) await vscode.commands.executeCommand('tuningFork.signIn');
    // Who leaves the list of ways to sign in has given up the upload too.
    if ((await account.origin()) === null) return;
    const { uploadAsking } = await import('./upload-asking.ts');
    await uploadAsking(run, await account.connect(), status, (error) => commands.report(error));
  });
}

function isEnded({ status }: WorkspaceRun): boolean {
  return status.summary.state !== 'running';
}
