import path from 'node:path';
import * as vscode from 'vscode';
import { templateCatalogue } from '../../core/template/sources/template-catalogue.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { safeJoin } from '../../node/hub/safe-join.ts';
import type { HubTemplates } from '../../node/template/fetch-hub-templates.ts';
import { templateSha256 } from '../../node/template/read-chat-templates.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { displayLanguage } from '../kit/settings.ts';
import { folderOf } from '../kit/workspace-folder.ts';
import { CatalogueNode } from './template-item.ts';
import type { TemplateOrigins } from './template-origins.ts';

/** Which model, at which branch, tag or commit. */
interface Wanted {
  readonly id: string;
  readonly revision: string;
}

/**
 * *Get Chat Template From the Hub*: asks the Hub for a model's template, because the user said so, and saves it where the user says.
 * @throws {HumanError} if it cannot be had
 */
export async function getTemplate(
  argument: unknown,
  account: HubAccount,
  origins: TemplateOrigins,
): Promise<void> {
  const wanted =
    argument instanceof CatalogueNode ? { id: argument.model.id, revision: 'main' } : await ask();
  if (wanted === undefined) return;
  const found = await fetchTemplates(wanted, account);
  if (found === undefined) return;
  const folder = await askFolder();
  if (folder === undefined) return;
  if (folder.scheme !== 'file') throw new HumanError('host.virtual-folder');
  const saved = await save(found, folder, origins);
  if (saved === undefined) return;
  await vscode.window.showTextDocument(vscode.Uri.file(saved));
}

async function ask(): Promise<Wanted | undefined> {
  const other = { label: vscode.l10n.t('Another model…'), id: null };
  const models = templateCatalogue.map(({ id, family, licence }) => {
    return { label: id, description: `${family} · ${licence}`, id };
  });
  const pick = await vscode.window.showQuickPick([other, ...models], {
    title: vscode.l10n.t('Model whose chat template is wanted'),
    matchOnDescription: true,
    // The name may have to be looked up elsewhere.
    ignoreFocusOut: true,
  });
  if (pick === undefined) return undefined;
  const text = pick.id ?? (await askName());
  if (text === undefined) return undefined;
  const [id = '', revision = 'main'] = text.trim().split('@');
  return { id, revision };
}

async function askName(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Model whose chat template is wanted'),
    prompt: vscode.l10n.t('namespace/name, or namespace/name@revision'),
    ignoreFocusOut: true,
  });
}

async function fetchTemplates(wanted: Wanted, account: HubAccount): Promise<HubTemplates | undefined> {
  const { fetchHubTemplates } = await import('../../node/template/fetch-hub-templates.ts');
  const connection = await account.connect();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Getting the chat template of {0}', wanted.id),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, cancelled) => {
    const stop = new AbortController();
    const listening = cancelled.onCancellationRequested(() => stop.abort());
    try {
      return await fetchHubTemplates(connection, wanted.id, wanted.revision, process.env, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  const defaultUri = folderOf(undefined)?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder for chat_template.jinja'),
    openLabel: vscode.l10n.t('Save Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(defaultUri === undefined ? {} : { defaultUri }),
  });
  return chosen?.[0];
}

/** Names as transformers saves them. What is there is replaced only if the user says so. The file of the first template, if saved. */
async function save(
  { id, commit, templates }: HubTemplates,
  folder: vscode.Uri,
  origins: TemplateOrigins,
): Promise<string | undefined> {
  const files: { path: string; text: string }[] = [];
  for (const { name, text } of templates) {
    const file = name === 'default' ? 'chat_template.jinja' : `additional_chat_templates/${name}.jinja`;
    files.push({ path: await safeJoin(folder.fsPath, file), text });
  }
  const first = files.find(({ path: file }) => path.basename(file) === 'chat_template.jinja') ?? files[0];
  if (first === undefined || !(await mayWrite(files.map((each) => each.path)))) return undefined;
  for (const { path: file, text } of files) {
    await origins.keep(file, id, commit);
    await vscode.workspace.fs.writeFile(vscode.Uri.file(file), new TextEncoder().encode(text));
  }
  const args = {
    file: vscode.workspace.asRelativePath(vscode.Uri.file(first.path)),
    id,
    commit: commit.slice(0, 12),
    hash: templateSha256(first.text).slice(0, 8),
  };
  void vscode.window.showInformationMessage(
    formatMessage({ id: 'templates.saved', args }, displayLanguage()),
  );
  return first.path;
}

async function mayWrite(files: readonly string[]): Promise<boolean> {
  const taken: string[] = [];
  for (const file of files) {
    const uri = vscode.Uri.file(file);
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) taken.push(vscode.workspace.asRelativePath(uri));
  }
  if (taken.length === 0) return true;
  const replace = vscode.l10n.t('Replace');
  const sentence = vscode.l10n.t('{0} exists already. Replace it?', taken.join(', '));
  return (await vscode.window.showWarningMessage(sentence, { modal: true }, replace)) === replace;
}
