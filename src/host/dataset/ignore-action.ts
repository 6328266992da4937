import * as vscode from 'vscode';
import type { Finding } from '../../core/dataset/findings/finding.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { lintedSelector, type DatasetDocuments } from './dataset-documents.ts';
import { findingRange } from './finding-diagnostics.ts';

const COMMAND = 'tuningFork.internal.ignoreFinding';
const { QuickFix } = vscode.CodeActionKind;

/** A light bulb lists so many of them; a row with more findings needs another cure. */
const MOST_OFFERED = 5;

/** *Ignore This Finding in This Row…*: asks for the reason and writes the entry to tuning-fork.yaml. */
export function registerIgnoreAction(
  commands: CommandRegistry,
  documents: DatasetDocuments,
): vscode.Disposable {
  const ignore = async (
    uri: vscode.Uri,
    version: number,
    finding: Finding,
    reason?: string,
  ): Promise<void> => {
    try {
      const { ignoreFinding } = await import('./ignore-finding.ts');
      await ignoreFinding(uri, version, finding, reason);
    } catch (error) {
      commands.report(error);
    }
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMAND, ignore),
    vscode.languages.registerCodeActionsProvider(lintedSelector, offered(documents), {
      providedCodeActionKinds: [QuickFix],
    }),
  );
}

/** Offered for each rule that names the row here; nothing for findings of a version that the document has left. */
function offered(documents: DatasetDocuments): vscode.CodeActionProvider {
  return {
    provideCodeActions({ uri, version }, range, { only }) {
      if (only !== undefined && !only.contains(QuickFix)) return [];
      const found = documents.get(uri);
      if (found?.version !== version || uri.scheme !== 'file') return [];
      const here = found.linted.findings.filter(
        (each) => isOfRow(each) && findingRange(each).intersection(range) !== undefined,
      );
      const oneOfRule = new Map(here.map((each) => [`${each.rule} ${each.row}`, each]));
      return [...oneOfRule.values()].slice(0, MOST_OFFERED).map((each) => action(uri, version, each));
    },
  };
}

/** A blank line and the file as a whole have no value by which an entry could name them. */
function isOfRow({ row, rule }: Finding): boolean {
  return row > 0 && rule !== 'blank-line';
}

function action(uri: vscode.Uri, version: number, finding: Finding): vscode.CodeAction {
  const { rule, row } = finding;
  const title = formatMessage({ id: 'dataset.ignore.action', args: { rule, row } }, displayLanguage());
  const made = new vscode.CodeAction(title, QuickFix);
  made.command = { command: COMMAND, title, arguments: [uri, version, finding] };
  return made;
}
