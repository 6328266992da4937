import * as vscode from 'vscode';
import { lintTemplate } from '../../../core/template/language/lint-template.ts';
import { TemplateDocument } from '../../../core/template/language/template-document.ts';
import type { TemplateFinding } from '../../../core/template/language/template-finding.ts';
import type { Range } from '../../../core/template/language/variable.ts';

interface Analyzed {
  readonly version: number;
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
    entry.findings ??= lintTemplate(entry.template.analysis);
    return entry.findings;
  }

  #entry(document: vscode.TextDocument): Analyzed {
    const { version } = document;
    const known = this.#analyzed.get(document);
    if (known?.version === version) return known;
    const entry = { version, template: new TemplateDocument(document.getText()), findings: null };
    this.#analyzed.set(document, entry);
    return entry;
  }
}

export function rangeIn(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
