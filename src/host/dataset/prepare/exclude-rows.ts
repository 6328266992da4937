import * as vscode from 'vscode';
import { ruleTable } from '../../../core/dataset/rules/rule-table.ts';
import { displayLanguage } from '../../kit/settings.ts';
import type { PrepareSession } from './prepare-session.ts';
import { previewThenWrite } from './preview-then-write.ts';
import { say } from './say.ts';

/** *Exclude Rows by Rule…*: which rules of the linter, then the rows that they name. */
export async function excludeRows(session: PrepareSession): Promise<void> {
  const language = displayLanguage();
  const picks = ruleTable.map(({ id, documentation }) => ({
    label: id,
    detail: documentation.text[language].split('\n')[0] ?? '',
  }));
  const chosen = await vscode.window.showQuickPick(picks, {
    title: say('prepare.ask.rules'),
    canPickMany: true,
    matchOnDetail: true,
  });
  if (chosen === undefined || chosen.length === 0) return;
  const rules = chosen.map(({ label }) => label);
  const { input, version } = session;
  const asked = { kind: 'exclude', version, force: false, seen: null, input, output: null } as const;
  await previewThenWrite(session, { ...asked, rules }, 'kept');
}
