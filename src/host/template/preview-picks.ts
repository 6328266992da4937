import path from 'node:path';
import * as vscode from 'vscode';
import type { PreviewSubject } from '../../core/protocol/preview-contract.ts';
import { fixtureConversations } from '../../core/template/fixture-conversations.ts';
import type { ToolsSwitch } from '../../core/template/preview-switches.ts';
import { readTools } from '../../core/template/tools-source.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Language } from '../../core/text/message.ts';
import type { TemplateInventory } from './template-inventory.ts';
import { uriOfPlace } from './template-item.ts';

interface SubjectPick extends vscode.QuickPickItem {
  readonly subject: PreviewSubject;
}

/** Asks what the preview shows: the row under the cursor, or one of the conversations that come with the product. */
export async function chooseSubject(
  current: PreviewSubject,
  language: Language,
): Promise<PreviewSubject | undefined> {
  const row: SubjectPick = {
    label: vscode.l10n.t('Row under the cursor'),
    subject: { kind: 'row' },
    picked: current.kind === 'row',
  };
  const separator = { label: vscode.l10n.t('Examples'), kind: vscode.QuickPickItemKind.Separator };
  const fixtures = fixtureConversations.map(({ id, title }): SubjectPick => ({
    label: formatMessage(title, language),
    subject: { kind: 'fixture', id },
    picked: current.kind === 'fixture' && current.id === id,
  }));
  const pick = await vscode.window.showQuickPick<SubjectPick | vscode.QuickPickItem>(
    [row, separator, ...fixtures],
    { title: vscode.l10n.t('Conversation to preview'), ignoreFocusOut: true },
  );
  return pick !== undefined && 'subject' in pick ? pick.subject : undefined;
}

/**
 * Asks for a JSON file with tools; undefined if none is chosen.
 * @throws {HumanError} if it holds none
 */
export async function chooseTools(near: vscode.Uri | undefined): Promise<ToolsSwitch | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('JSON file with tools, or an MCP tools/list result'),
      ...(near === undefined ? {} : { defaultUri: vscode.Uri.joinPath(near, '..') }),
      filters: { JSON: ['json', 'jsonl'] },
    })) ?? [];
  if (file === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(file);
  const tools = readTools(document.getText());
  if (!tools.ok) throw new HumanError(tools.message.id, tools.message.args);
  return { kind: 'file', name: path.posix.basename(file.path), json: tools.json, count: tools.count };
}

interface TemplatePick extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/** Asks which template to compare with. @throws {HumanError} if there is none */
export async function chooseOther(inventory: TemplateInventory): Promise<vscode.Uri | undefined> {
  const found = await inventory.atHand();
  if (found.length === 0) throw new HumanError('host.no-template');
  const picks = found.map(({ label, place, name }): TemplatePick => ({
    label,
    description: name === 'default' ? '' : name,
    uri: uriOfPlace(place, name),
  }));
  const pick = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Template to compare with'),
    ignoreFocusOut: true,
  });
  return pick?.uri;
}
