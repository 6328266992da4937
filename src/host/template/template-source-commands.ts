import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { chooseTemplate, readChatTemplates } from '../../node/template/read-chat-templates.ts';
import { isDataset } from '../dataset/dataset-documents.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { chooseDataset } from './choose-dataset.ts';
import { pickTemplate, templateOf } from './choose-template.ts';
import { compareTemplates } from './compare-templates.ts';
import { getTemplate } from './get-template.ts';
import type { TemplateChoices } from './template-choices.ts';
import type { TemplateInventory } from './template-inventory.ts';
import { TemplateNode, uriOfPlace } from './template-item.ts';
import type { TemplateOrigins } from './template-origins.ts';
import { showTrainingVariant } from './training-variant-command.ts';

export interface TemplateSourceParts {
  readonly inventory: TemplateInventory;
  readonly choices: TemplateChoices;
  readonly origins: TemplateOrigins;
  readonly account: HubAccount;
  /** The dataset of the preview, if there is one. */
  readonly previewed: () => vscode.Uri | undefined;
}

/** The commands of the Templates view; from the palette they ask which template is meant. */
export function registerTemplateSourceCommands(commands: CommandRegistry, parts: TemplateSourceParts): void {
  const { inventory, choices, origins, account } = parts;
  const which = vscode.l10n.t('Chat template');

  commands.register('previewWithTemplate', async (argument) => {
    const template = await templateOf(argument, inventory, which);
    if (template === undefined) return;
    const dataset = await datasetFor(parts);
    if (dataset === undefined) return;
    await choices.choose(dataset, uriOfPlace(template.place, template.name));
    await vscode.window.showTextDocument(dataset, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('tuningFork.previewChatTemplate');
  });
  commands.register('compareTemplates', async (argument) => {
    const one = await templateOf(argument, inventory, which);
    if (one === undefined) return;
    const title = vscode.l10n.t('Compare {0} with…', one.label);
    const isOther = ({ place, name }: { place: string; name: string }): boolean =>
      place !== one.place || name !== one.name;
    const other = await pickTemplate(inventory, title, isOther);
    if (other !== undefined) await compareTemplates(one, other);
  });
  commands.register('showTrainingVariant', async (argument) => {
    const template = await templateOf(argument, inventory, which);
    if (template !== undefined) await showTrainingVariant(template, inventory.trl);
  });
  commands.register('getTemplate', (argument) => getTemplate(argument, account, origins));
  commands.register('refreshTemplates', () => inventory.refresh());
  commands.register('addTemplateSource', () => addSource(inventory));
  commands.register('removeTemplateSource', async (argument) => {
    if (argument instanceof TemplateNode) await inventory.remove(argument.template.place);
  });
  commands.register('copyTemplateText', async (argument) => {
    if (!(argument instanceof TemplateNode)) return;
    const { place, name } = argument.template;
    const { text } = chooseTemplate(await readChatTemplates(place), { name, tools: false });
    await vscode.env.clipboard.writeText(text);
  });
  commands.register('copyTemplateHash', async (argument) => {
    const hash = argument instanceof TemplateNode ? argument.template.sha256 : null;
    if (hash !== null) await vscode.env.clipboard.writeText(hash);
  });
}

/** The dataset on show, else the one in the editor, else the user's choice. */
async function datasetFor({ previewed }: TemplateSourceParts): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  return previewed() ?? (active !== undefined && isDataset(active) ? active.uri : chooseDataset());
}

async function addSource(inventory: TemplateInventory): Promise<void> {
  const folder = { label: vscode.l10n.t('A model folder…'), isFolder: true };
  const file = { label: vscode.l10n.t('A GGUF or template file…'), isFolder: false };
  const pick = await vscode.window.showQuickPick([folder, file], {
    title: vscode.l10n.t('Add to the Templates view'),
    ignoreFocusOut: true,
  });
  if (pick === undefined) return;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: pick.isFolder,
    canSelectFiles: !pick.isFolder,
    openLabel: vscode.l10n.t('Add'),
  });
  const place = chosen?.[0];
  if (place === undefined) return;
  if (place.scheme !== 'file') throw new HumanError('host.virtual-folder');
  await inventory.add(place.fsPath);
}
