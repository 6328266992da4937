import path from 'node:path';
import * as vscode from 'vscode';
import { readChatTemplates, chooseTemplate } from '../../node/template/read-chat-templates.ts';
import { readSpecialTokens } from '../../node/template/read-special-tokens.ts';
import type { TemplateChoice } from './template-choices.ts';

/** A template ready to render with. */
export interface TemplateSource {
  readonly name: string;
  readonly text: string;
  /** The file that the text stands in. */
  readonly file: vscode.Uri;
  readonly specialTokens: Readonly<Record<string, string>>;
  /** Folder of the tokenizer; null if none is known. */
  readonly tokenizer: string | null;
}

/**
 * Reads the template of a choice. What stands in an open editor counts before it is saved.
 * @param tools whether the row has tools: a model may have a template of its own for them
 * @throws {HumanError} if it is missing or broken
 */
export async function readTemplateSource(
  { uri, tokenizer }: TemplateChoice,
  tools: boolean,
): Promise<TemplateSource> {
  const { text, path: file } = chooseTemplate(await readChatTemplates(uri.fsPath), { tools });
  const fileUri = vscode.Uri.file(file);
  const isTemplateFile = file.endsWith('.jinja');
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === fileUri.toString(),
  );
  const folder = tokenizer?.fsPath ?? (path.extname(uri.fsPath) === '' ? uri.fsPath : null);
  return {
    name: vscode.workspace.asRelativePath(uri),
    text: isTemplateFile && open !== undefined ? open.getText() : text,
    file: fileUri,
    specialTokens: folder === null ? {} : await readSpecialTokens(folder),
    tokenizer: folder,
  };
}
