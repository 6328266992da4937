import * as vscode from 'vscode';
import { lintTemplate } from '../../../core/template/language/lint-template.ts';
import { TemplateDocument } from '../../../core/template/language/template-document.ts';
import type { TemplateFinding } from '../../../core/template/language/template-finding.ts';
import type { Range } from '../../../core/template/language/variable.ts';

/** Three times the longest template of any known model; names of longer ones would take the editor's host too long, key by key. */
const MOST_CHARACTERS = 60_000;

interface Analyzed {
  readonly version: number;
  readonly length: number;
  readonly template: TemplateDocument;
  findings: readonly TemplateFinding[] | null;
}

/** The analysis of each open template, made once for each version of its text. */
export class OpenTemplates {
  readonly #analyzed = new WeakMap<vscode.TextDocument, Analyzed>();

  of(document: vscode.TextDocument): TemplateDocument {
    return this.#entry(document).template;
  }

  findings(document: vscode.TextDocument): readonly TemplateFinding[] {
    const entry = this.#entry(document);
    entry.findings ??=
      entry.length > MOST_CHARACTERS ? [tooLong(entry.length)] : lintTemplate(entry.template.analysis);
    return entry.findings;
  }

  #entry(document: vscode.TextDocument): Analyzed {
    const { version } = document;
    const known = this.#analyzed.get(document);
    if (known?.version === version) return known;
    const text = document.getText();
    const template = new TemplateDocument(text.length > MOST_CHARACTERS ? '' : text);
    const entry = { version, length: text.length, template, findings: null };
    this.#analyzed.set(document, entry);
    return entry;
  }
}

function tooLong(length: number): TemplateFinding {
  const args = { length, most: MOST_CHARACTERS };
  const message = { id: 'template-rule.too-long', args };
  return { rule: 'template-too-long', severity: 'info', start: 0, end: 0, message };
}

export function rangeIn(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
