import * as vscode from 'vscode';
import { SKIPPED_PATTERN } from '../../core/dataset/skipped-folders.ts';
import { HumanError } from '../../core/text/human-error.ts';

const MOST = 200;

/**
 * The workspace's only dataset, or the user's choice of them; undefined if none is chosen.
 * @throws {HumanError} if there is none
 */
export async function chooseDataset(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.{jsonl,ndjson}', SKIPPED_PATTERN, MOST);
  const [only] = found;
  if (only === undefined) throw new HumanError('templates.no-dataset');
  if (found.length === 1) return only;
  const picks = found
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return (
    await vscode.window.showQuickPick(picks, {
      title: vscode.l10n.t('Dataset to preview'),
      ignoreFocusOut: true,
    })
  )?.uri;
}
