import * as vscode from 'vscode';
import { say } from '../../kit/say.ts';
import type { PrepareSession } from './prepare-session.ts';
import { previewThenWrite } from './preview-then-write.ts';

/** *Remove Duplicates…*: which kind, then the rows that would go beside those that stay. */
export async function deduplicateDataset(session: PrepareSession): Promise<void> {
  const picks = (['exact', 'near'] as const).map((kind) => ({
    label: say(`prepare.dedupe.kind.${kind}`),
    detail: say(`prepare.dedupe.kind.${kind}.detail`),
    near: kind === 'near',
  }));
  const chosen = await vscode.window.showQuickPick(picks, {
    title: say('prepare.ask.duplicates'),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return;
  const { input, version } = session;
  const asked = { kind: 'dedupe', version, force: false, seen: null, input, output: null } as const;
  await previewThenWrite(session, { ...asked, near: chosen.near }, 'unique');
}
