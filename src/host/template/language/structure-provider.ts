import * as vscode from 'vscode';
import { documentSymbols, type TemplateSymbol } from '../../../core/template/language/document-symbols.ts';
import { foldingRanges } from '../../../core/template/language/folding-ranges.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';

const { SymbolKind } = vscode;
const kinds: Readonly<Record<TemplateSymbol['kind'], vscode.SymbolKind>> = {
  macro: SymbolKind.Function,
  loop: SymbolKind.Array,
  block: SymbolKind.Namespace,
  generation: SymbolKind.Event,
  variable: SymbolKind.Variable,
};

/** The outline of a template. */
export class TemplateSymbolProvider implements vscode.DocumentSymbolProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    return documentSymbols(this.#templates.of(document)).map((symbol) => toSymbol(document, symbol));
  }
}

function toSymbol(document: vscode.TextDocument, symbol: TemplateSymbol): vscode.DocumentSymbol {
  const { name, kind, selection, children } = symbol;
  const range = rangeIn(document, symbol);
  const made = new vscode.DocumentSymbol(name, '', kinds[kind], range, rangeIn(document, selection));
  made.children = children.map((child) => toSymbol(document, child));
  return made;
}

/** What can be folded. The line of the closing tag stays in sight. */
export class TemplateFoldingProvider implements vscode.FoldingRangeProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    return foldingRanges(this.#templates.of(document)).flatMap(({ kind, start, end }) => {
      const first = document.positionAt(start).line;
      const last = document.positionAt(end).line;
      if (kind === 'comment') return [new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Comment)];
      return last - 1 > first ? [new vscode.FoldingRange(first, last - 1)] : [];
    });
  }
}
