import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { readChatTemplates, chooseTemplate } from '../../node/template/read-chat-templates.ts';
import { isGguf } from '../../node/template/read-gguf.ts';
import { readSpecialTokens } from '../../node/template/read-special-tokens.ts';
import type { TemplateChoice } from './template-choices.ts';
import { documentOfTemplate, templateScheme } from './template-documents.ts';
import { labelOfPlace } from './template-item.ts';

/** A template ready to render with. */
export interface TemplateSource {
  readonly name: string;
  readonly text: string;
  /** The document that shows the text: its file, the string in a configuration, or a read-only one of a GGUF file or the Hub cache. */
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
export async function readTemplateSource(choice: TemplateChoice, tools: boolean): Promise<TemplateSource> {
  const { uri, tokenizer } = choice;
  const place = uri.fsPath;
  const templates = await readChatTemplates(place);
  const wish = uri.fragment === '' ? { tools } : { tools, name: uri.fragment };
  const { name, text, path: file } = chooseTemplate(templates, wish);
  const document = documentOfTemplate({ place, name, file });
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === document.toString());
  const own = await isFolder(place);
  const folder = tokenizer?.fsPath ?? (own ? place : null);
  const label = labelOfPlace(place);
  return {
    name: uri.fragment === '' ? label : `${label} · ${uri.fragment}`,
    text: document.scheme === templateScheme || open === undefined ? text : open.getText(),
    file: document,
    specialTokens: await specialTokensOf(place, folder),
    tokenizer: folder,
  };
}

/** A GGUF file brings its own; any other template is rendered with those of the tokenizer. */
async function specialTokensOf(
  place: string,
  folder: string | null,
): Promise<Readonly<Record<string, string>>> {
  if (isGguf(place)) return readSpecialTokens(place);
  return folder === null ? {} : readSpecialTokens(folder);
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
