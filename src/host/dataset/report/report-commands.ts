import * as vscode from 'vscode';
import { toDisposable, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type { CommandRegistry } from '../../kit/commands.ts';
import type { ReportPanels } from './report-panels.ts';
import type { ReportParts } from './report-screen.ts';

/** *Show Dataset Report*, and the panels that a reloaded window had open. What they are made of is loaded with the first of them. */
export function registerReportCommands(
  commands: CommandRegistry,
  extension: vscode.Uri,
  parts: ReportParts,
): Disposable {
  let panels: Promise<ReportPanels> | null = null;
  const load = (): Promise<ReportPanels> => (panels ??= loadPanels(commands, extension, parts));
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
  parts: ReportParts,
): Promise<ReportPanels> {
  const { ReportPanels } = await import('./report-panels.ts');
  return new ReportPanels(extension, parts, (error) => commands.report(error));
}
