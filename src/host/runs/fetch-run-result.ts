import * as vscode from 'vscode';
import { formatMessage } from '../../core/text/format-message.ts';
import { formatBytes } from '../../core/text/format-bytes.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { displayLanguage } from '../kit/settings.ts';

/**
 * Brings the result of a run on HF Jobs to this computer, beside a notification that can cancel it, and says where it is.
 * @throws {HumanError} if there is none, or the Hub refuses it
 */
export async function fetchRunResult(directory: string, account: HubAccount): Promise<void> {
  const { fetchResult } = await import('../../node/run/fetch-result.ts');
  const title = vscode.l10n.t('Fetching the result');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const folder = await vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await fetchResult(directory, () => account.connect(), {
        signal: abort.signal,
        onProgress: (done, total) =>
          progress.report({ message: `${formatBytes(done)} / ${formatBytes(total)}` }),
      });
    } catch (error) {
      if (abort.signal.aborted) return null;
      throw error;
    }
  });
  if (folder === null) return;
  const said = formatMessage({ id: 'run.jobs.fetched', args: { folder } }, displayLanguage());
  void vscode.window.showInformationMessage(said);
}
