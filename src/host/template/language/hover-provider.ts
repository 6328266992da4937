import * as vscode from 'vscode';
import { hoverTemplate } from '../../../core/template/language/hover-template.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { docMarkdown } from './doc-markdown.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';

/** Tells what the name under the pointer is. */
export class TemplateHoverProvider implements vscode.HoverProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const hover = hoverTemplate(this.#templates.of(document), document.offsetAt(position), displayLanguage());
    return hover === null ? null : new vscode.Hover(docMarkdown(hover), rangeIn(document, hover));
  }
}
