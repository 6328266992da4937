import * as vscode from 'vscode';
import type { TemplateHover } from '../../../core/template/language/hover-template.ts';
import { formatMessage } from '../../../core/text/format-message.ts';
import { escapeMarkdown } from '../../kit/escape-markdown.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { templateLanguage } from './template-language.ts';

/** A doc as VS Code shows it: signature, sentences, and an example with what the engine makes of it. */
export function docMarkdown({
  signature,
  text,
  example,
}: Omit<TemplateHover, 'start' | 'end'>): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendCodeblock(signature, templateLanguage);
  if (text !== null) markdown.appendMarkdown(escapeMarkdown(text));
  if (example === null) return markdown;
  const gives = formatMessage({ id: 'template-doc.gives' }, displayLanguage());
  markdown.appendCodeblock(example.template, templateLanguage);
  markdown.appendMarkdown(escapeMarkdown(gives));
  markdown.appendCodeblock(example.result, 'plaintext');
  return markdown;
}
