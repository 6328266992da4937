import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { resourceOf, type CommandRegistry } from '../kit/commands.ts';
import type { PreviewPanels } from './preview-panels.ts';
import type { TemplateChoices } from './template-choices.ts';
import type { WorkspaceTemplates } from './workspace-templates.ts';

/** *Preview Chat Template* and *Choose Chat Template*. */
export function registerTemplateCommands(
  commands: CommandRegistry,
  previews: PreviewPanels,
  choices: TemplateChoices,
  templates: WorkspaceTemplates,
): void {
  commands.register('previewChatTemplate', () => previews.open());
  commands.register('chooseTemplate', async (argument) => {
    const dataset = previews.dataset ?? resourceOf(argument);
    if (dataset !== undefined) await chooseTemplate(dataset, choices, templates);
  });
}

interface TemplatePick extends vscode.QuickPickItem {
  readonly uri: vscode.Uri | null;
}

async function chooseTemplate(
  dataset: vscode.Uri,
  choices: TemplateChoices,
  templates: WorkspaceTemplates,
): Promise<void> {
  const found = await templates.list();
  if (found.length === 0) throw new HumanError('host.no-template');
  const picks: TemplatePick[] = found.map(({ label, uri, kind }) => ({
    label,
    uri,
    description: kind === 'model' ? vscode.l10n.t('model folder') : '',
  }));
  const automatic: TemplatePick = { label: vscode.l10n.t('As the recipe says'), uri: null };
  const pick = await vscode.window.showQuickPick([automatic, ...picks], {
    title: vscode.l10n.t('Chat template'),
  });
  if (pick !== undefined) await choices.choose(dataset, pick.uri);
}
