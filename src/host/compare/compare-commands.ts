import * as vscode from 'vscode';
import type { CommandRegistry } from '../kit/commands.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { chooseRun, directoryOf } from '../runs/choose-run.ts';
import type { RunStores } from '../runs/run-stores.ts';
import type { ComparePanels } from './compare-panels.ts';

/**
 * *Compare Before and After Training*: for a run that is named, or one of those that have ended.
 * @param onOpen gets the run's directory
 */
export function registerCompareCommands(
  commands: CommandRegistry,
  panels: ComparePanels,
  stores: RunStores,
  onOpen: (run: string) => unknown,
): void {
  commands.register('compareBeforeAfter', async (argument) => {
    requireFolder(undefined);
    const run = await chooseRun(argument, stores, ({ status }) => status.summary.state !== 'running');
    if (run === undefined) return;
    requireFolder(vscode.Uri.file(run.store.folder));
    panels.open(directoryOf(run));
    onOpen(directoryOf(run));
  });
}
