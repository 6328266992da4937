import * as vscode from 'vscode';
import { toDisposable, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type { WorkerClient } from '../../../node/worker/worker-client.ts';
import type { CommandRegistry } from '../../kit/commands.ts';
import type { ReportPanels } from './report-panels.ts';

/** *Show Dataset Report*, and the panels that a reloaded window had open. What they are made of is loaded with the first of them. */
export function registerReportCommands(
  commands: CommandRegistry,
  extension: vscode.Uri,
  worker: WorkerClient,
): Disposable {
  let panels: Promise<ReportPanels> | null = null;
  const load = (): Promise<ReportPanels> => (panels ??= loadPanels(commands, extension, worker));
  commands.register('showDatasetReport', async (argument) => (await load()).open(argument));
  const serializer = vscode.window.registerWebviewPanelSerializer('tuningFork.report', {
    deserializeWebviewPanel: async (panel, state) => (await load()).restore(panel, state),
  });
  return toDisposable(() => {
    serializer.dispose();
    void panels?.then((loaded) => loaded.dispose());
  });
}

async function loadPanels(
  commands: CommandRegistry,
  extension: vscode.Uri,
  worker: WorkerClient,
): Promise<ReportPanels> {
  const { ReportPanels } = await import('./report-panels.ts');
  return new ReportPanels(extension, worker, (error) => commands.report(error));
}
