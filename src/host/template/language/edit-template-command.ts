import path from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../../core/text/human-error.ts';
import { resourceOf, type CommandRegistry } from '../../kit/commands.ts';
import { say } from '../../kit/say.ts';
import { editUri } from './edited-template.ts';

const configuration = 'tokenizer_config.json';

/** *Edit Template*: the chat template of a `tokenizer_config.json` in an editor of its own. */
export function registerEditTemplateCommand(commands: CommandRegistry): void {
  commands.register('editTemplate', async (argument) => {
    const file = await chooseFile(resourceOf(argument));
    if (file === undefined) return;
    const { readConfiguration } = await import('./read-configuration.ts');
    const { templates } = await readConfiguration(file);
    const name = await chooseName(file, templates);
    if (name !== undefined) await vscode.window.showTextDocument(editUri({ file, name }));
  });
}

async function chooseFile(asked: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (asked !== undefined && path.posix.basename(asked.path) === configuration) return asked;
  const files = await vscode.workspace.findFiles(`**/${configuration}`, '**/node_modules/**');
  const [first] = files;
  if (first === undefined) throw new HumanError('template-edit.no-file', {});
  if (files.length === 1) return first;
  const items = files.map((file) => ({ label: vscode.workspace.asRelativePath(file), file }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: say('template-edit.which-file') });
  return chosen?.file;
}

async function chooseName(
  file: vscode.Uri,
  templates: readonly { readonly name: string }[],
): Promise<string | undefined> {
  const names = templates.map(({ name }) => name);
  if (names.length === 0) throw new HumanError('template-edit.none', { path: file.fsPath });
  if (names.length === 1) return names[0];
  return vscode.window.showQuickPick(names, { placeHolder: say('template-edit.which-template') });
}
