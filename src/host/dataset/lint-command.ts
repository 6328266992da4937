import path from 'node:path';
import * as vscode from 'vscode';
import { countBySeverity, sumOf } from '../../core/dataset/findings/finding-counts.ts';
import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { displayLanguage } from '../kit/settings.ts';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { datasetOfArgument } from './dataset-of-argument.ts';
import { isTooLargeForEditor } from './large-file-note.ts';
import { lintSettings } from './lint-settings.ts';

/** *Lint Dataset*: opens the file, lints it whole and says what was found; its findings stand in Problems, or beside its rows. */
export function registerLintCommand(commands: CommandRegistry, worker: WorkerClient): void {
  commands.register('lintDataset', async (argument) => {
    const uri = datasetOfArgument(argument);
    if (uri === undefined) throw new HumanError('dataset.lint.choose');
    const source = { kind: 'file', path: uri.fsPath } as const;
    const linted = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: vscode.l10n.t('Linting {0}', path.basename(uri.fsPath)),
      },
      () => worker.lint({ source, ...lintSettings(uri) }),
    );
    if (fileKind(uri.path) !== 'parquet')
      await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    void tell(uri, linted).catch((error: unknown) => commands.report(error));
  });
}

async function tell(uri: vscode.Uri, linted: LintedFile): Promise<void> {
  const { error: errors, warning: warnings, info: infos } = countBySeverity(linted);
  const args = { file: path.basename(uri.fsPath), rows: linted.rows, errors, warnings, infos };
  const unlisted = sumOf(linted.unlisted);
  const sentence = [
    { id: 'dataset.lint.summary', args },
    ...(unlisted === 0 ? [] : [{ id: 'dataset.unlisted', args: { unlisted } }]),
  ]
    .map((each) => formatMessage(each, displayLanguage()))
    .join(' ');
  if (linted.findings.length === 0) {
    void vscode.window.showInformationMessage(sentence);
    return;
  }
  const problems = vscode.l10n.t('Show Problems');
  const conversations = vscode.l10n.t('Open as Conversations');
  const show = (await hasProblems(uri, linted)) ? problems : conversations;
  const choice = await vscode.window.showInformationMessage(sentence, show);
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === conversations) await vscode.commands.executeCommand('tuningFork.openConversations', uri);
}

/** Records have no lines to stand at, JSON without a format may be anything, and of large files extensions are given no text. */
async function hasProblems(uri: vscode.Uri, { format }: LintedFile): Promise<boolean> {
  const kind = fileKind(uri.path);
  if (kind === 'csv' || kind === 'parquet' || (await isTooLargeForEditor(uri))) return false;
  return format !== 'unknown' || kind !== 'json';
}
