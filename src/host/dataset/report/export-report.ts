import { errorCode } from '../../../node/files/error-code.ts';
import { createHash } from 'node:crypto';
import path from 'node:path';
import * as vscode from 'vscode';
import type { BuiltReport } from '../../../core/dataset/report/built-report.ts';
import { pageStyle, reportPage } from '../../../core/dataset/report/html/report-page.ts';
import { formatMessage } from '../../../core/text/format-message.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { writeNewFile } from '../../../node/dataset/write-new-file.ts';
import { displayLanguage } from '../../kit/settings.ts';

/**
 * *Export as HTML*: writes the page of a report where the user says, whole or not at all.
 * @throws {HumanError} if it cannot be written
 */
export async function exportReport(dataset: vscode.Uri, { report, rules }: BuiltReport): Promise<void> {
  const { dir, name } = path.parse(dataset.fsPath);
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(path.join(dir, `${name}.report.html`)),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Export the Report as HTML'),
  });
  if (target === undefined) return;
  const language = displayLanguage();
  const digest = createHash('sha256').update(pageStyle).digest('base64');
  try {
    // The dialog has asked whether a file that is there may be written over.
    await writeNewFile(target.fsPath, reportPage(report, rules, language, digest), true);
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    throw new HumanError('dataset.report.not-written', { path: target.fsPath, code }, { cause: error });
  }
  const args = { path: vscode.workspace.asRelativePath(target) };
  void vscode.window.showInformationMessage(formatMessage({ id: 'dataset.report.written', args }, language));
}
