import * as vscode from 'vscode';
import { ruleTable } from '../../../core/dataset/rules/rule-table.ts';
import { configurationRoot } from '../lint-settings.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { say } from '../../kit/say.ts';
import type { PrepareSession } from './prepare-session.ts';
import { previewThenWrite } from './preview-then-write.ts';

/** *Exclude Rows by Rule…*: which rules of the linter, then the rows that they name. */
export async function excludeRows(session: PrepareSession): Promise<void> {
  const rules = await askRules(session);
  if (rules.length === 0) return;
  const { input, version } = session;
  const root = configurationRoot(session.dataset);
  const asked = { kind: 'exclude', version, force: false, seen: null, input, output: null } as const;
  await previewThenWrite(session, { ...asked, rules, root }, 'kept');
}

/** Those that have found something in the file come first. */
async function askRules({ dataset, preparations }: PrepareSession): Promise<string[]> {
  const language = displayLanguage();
  const counts = preparations.known(dataset)?.counts ?? {};
  const picks = ruleTable
    .map(({ id, documentation }) => ({ id, count: counts[id] ?? 0, text: documentation.text[language] }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ id, count, text }) => ({
      label: id,
      description: count === 0 ? '' : say('prepare.rules.found', { count }),
      detail: text.split('\n')[0] ?? '',
    }));
  const title = say('prepare.ask.rules');
  const options = { title, canPickMany: true, matchOnDetail: true, ignoreFocusOut: true } as const;
  return ((await vscode.window.showQuickPick(picks, options)) ?? []).map(({ label }) => label);
}
