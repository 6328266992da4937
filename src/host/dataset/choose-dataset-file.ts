import * as vscode from 'vscode';

/** A dataset file that the user chooses from anywhere on this computer; undefined if none is chosen. */
export async function chooseDatasetFile(title: string): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    canSelectMany: false,
    filters: { [vscode.l10n.t('Datasets')]: ['jsonl', 'ndjson', 'json', 'csv', 'parquet'] },
  });
  return chosen?.[0];
}
