import * as vscode from 'vscode';
import { findDefinitions } from '../../../core/template/language/find-definitions.ts';
import { findReferences, type Reference } from '../../../core/template/language/find-references.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';

/** Leads to where a macro, a variable or a parameter gets its value. */
export class TemplateDefinitionProvider implements vscode.DefinitionProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location[] {
    const found = findDefinitions(this.#templates.of(document), document.offsetAt(position));
    return found.map((place) => new vscode.Location(document.uri, rangeIn(document, place)));
  }
}

/** Finds every place of a variable, and marks them in the editor. */
export class TemplateReferenceProvider implements vscode.ReferenceProvider, vscode.DocumentHighlightProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): vscode.Location[] {
    return this.#find(document, position)
      .filter(({ writes }) => includeDeclaration || !writes)
      .map((place) => new vscode.Location(document.uri, rangeIn(document, place)));
  }

  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DocumentHighlight[] {
    const { Read, Write } = vscode.DocumentHighlightKind;
    return this.#find(document, position).map(
      (place) => new vscode.DocumentHighlight(rangeIn(document, place), place.writes ? Write : Read),
    );
  }

  #find(document: vscode.TextDocument, position: vscode.Position): Reference[] {
    return findReferences(this.#templates.of(document), document.offsetAt(position));
  }
}
