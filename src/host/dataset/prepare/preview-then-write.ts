import * as vscode from 'vscode';
import type { PreparationOf } from '../../../core/dataset/prepare/preparation.ts';
import { previewTexts } from '../../../core/dataset/prepare/preview/preview-texts.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { say } from '../../kit/say.ts';
import { chooseNewFile } from './choose-new-file.ts';
import type { Found, PrepareSession } from './prepare-session.ts';

/** Shows which rows of a file would go, each beside what stays; on the user's word it writes the others to a new file. */
export async function previewThenWrite(
  session: PrepareSession,
  asked: PreparationOf<'dedupe'> | PreparationOf<'exclude'>,
  suffix: string,
): Promise<void> {
  const found = await session.find(asked);
  if (found === null) return;
  const { previews } = session.preparations;
  const title = say(`prepare.${asked.kind}.preview`, { file: session.name });
  if (!found.changes) {
    void vscode.window.showInformationMessage(say(`prepare.${asked.kind}.none`, { file: session.name }));
    return;
  }
  const texts = previewTexts(found.rows, displayLanguage());
  const key = await previews.show(null, session.dataset, title, texts);
  try {
    if (!(await agreed(found))) return;
    const chosen = await chooseNewFile(session.dataset, suffix);
    if (chosen !== undefined) await session.write({ ...asked, ...chosen, seen: found.sha256 });
  } finally {
    await previews.close(key);
  }
}

/** The summary and the notes stand above the one thing that can be done; Escape gives it up. */
async function agreed({ summary, notes }: Found): Promise<boolean> {
  const [title = '', ...others] = [summary, ...notes].map((each) => say(each));
  const write = { label: say('prepare.next.write'), detail: others.join(' ') };
  return (
    (await vscode.window.showQuickPick([write], {
      title,
      placeHolder: say('prepare.next.escape'),
      ignoreFocusOut: true,
    })) !== undefined
  );
}
