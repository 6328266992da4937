import * as vscode from 'vscode';
import type { Finding } from '../../core/dataset/findings/finding.ts';
import { findingRange } from './finding-diagnostics.ts';

/** The command behind a finding in the Datasets view; internal, so it is not contributed to the palette. */
export function registerOpenFinding(): vscode.Disposable {
  return vscode.commands.registerCommand(
    'tuningFork.internal.openFinding',
    async (uri: vscode.Uri, finding: Finding) => {
      await vscode.window.showTextDocument(uri, { selection: findingRange(finding), preview: true });
    },
  );
}
