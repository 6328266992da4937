import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import type { TemplateInventory } from './template-inventory.ts';
import { TemplateNode, type TemplateItem } from './template-item.ts';

interface TemplatePick extends vscode.QuickPickItem {
  readonly template: TemplateItem;
}

/** The template that a command was called with, or the user's choice of those at hand; undefined if none is chosen. */
export async function templateOf(
  argument: unknown,
  inventory: TemplateInventory,
  title: string,
): Promise<TemplateItem | undefined> {
  if (argument instanceof TemplateNode) return argument.template;
  return pickTemplate(inventory, title, () => true);
}

/**
 * The user's choice of the templates at hand; undefined if none is chosen.
 * @throws {HumanError} if there is none to choose
 */
export async function pickTemplate(
  inventory: TemplateInventory,
  title: string,
  fits: (template: TemplateItem) => boolean,
): Promise<TemplateItem | undefined> {
  const picks = (await inventory.atHand()).filter(fits).map(pickOf);
  if (picks.length === 0) throw new HumanError('templates.none-to-choose');
  const options = { title, matchOnDescription: true, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(picks, options))?.template;
}

function pickOf(template: TemplateItem): TemplatePick {
  const description = template.sha256?.slice(0, 8) ?? '';
  return { label: template.label, description, template };
}
