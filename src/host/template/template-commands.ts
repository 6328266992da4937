import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { resourceOf, type CommandRegistry } from '../kit/commands.ts';
import type { PreviewPanels } from './preview-panels.ts';
import type { TemplateChoices } from './template-choices.ts';
import type { TemplateChanges } from './template-changes.ts';
import type { TemplateInventory } from './template-inventory.ts';
import { uriOfPlace, type TemplateItem } from './template-item.ts';

/** *Preview Chat Template* and *Choose Chat Template*. */
export function registerTemplateCommands(
  commands: CommandRegistry,
  previews: PreviewPanels,
  choices: TemplateChoices,
  inventory: TemplateInventory,
  changes: TemplateChanges,
): void {
  commands.register('previewChatTemplate', async () => {
    await previews.open();
    if (previews.dataset !== undefined) await changes.previewed(previews.dataset);
  });
  commands.register('chooseTemplate', async (argument) => {
    const dataset = previews.dataset ?? resourceOf(argument);
    if (dataset !== undefined) await chooseTemplate(dataset, choices, inventory);
  });
}

interface TemplatePick extends vscode.QuickPickItem {
  readonly uri: vscode.Uri | null;
}

async function chooseTemplate(
  dataset: vscode.Uri,
  choices: TemplateChoices,
  inventory: TemplateInventory,
): Promise<void> {
  const found = await inventory.atHand();
  if (found.length === 0) throw new HumanError('host.no-template');
  const picks: TemplatePick[] = found.map(({ label, place, name, group, sha256 }) => ({
    label,
    uri: uriOfPlace(place, name),
    description: [kindOf(group), sha256?.slice(0, 8)].filter(Boolean).join(' · '),
  }));
  const automatic: TemplatePick = { label: vscode.l10n.t('As the recipe says'), uri: null };
  const pick = await vscode.window.showQuickPick([automatic, ...picks], {
    title: vscode.l10n.t('Chat template'),
    ignoreFocusOut: true,
  });
  if (pick !== undefined) await choices.choose(dataset, pick.uri);
}

function kindOf(group: TemplateItem['group']): string {
  switch (group) {
    case 'workspace':
      return '';
    case 'models':
      return vscode.l10n.t('model folder');
    case 'cache':
      return vscode.l10n.t('Hub cache');
    case 'trl':
      return 'TRL';
    default:
      return unreachable(group);
  }
}
