import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import type { LaunchFacts } from '../../node/recipe/planned-run.ts';

const confirmedKey = 'confirmedRecipes';

/**
 * A recipe that runs code or sends data elsewhere is confirmed once for its content.
 * @throws {HumanError} if the user declines
 */
export async function confirmRecipe(launch: LaunchFacts, memory: vscode.Memento): Promise<void> {
  if (launch.confirm.length === 0) return;
  const hash = createHash('sha256').update(launch.recipeText).digest('hex');
  const confirmed = memory.get<readonly string[]>(confirmedKey, []);
  if (confirmed.includes(hash)) return;
  const run = vscode.l10n.t('Run It');
  const detail = vscode.l10n.t(
    'This recipe sets {0}. Run it only if you know where it came from.',
    launch.confirm.join(', '),
  );
  const title = vscode.l10n.t('Trust this recipe?');
  const choice = await vscode.window.showWarningMessage(title, { modal: true, detail }, run);
  if (choice !== run) throw new HumanError('host.not-confirmed');
  await memory.update(confirmedKey, [...confirmed, hash]);
}
