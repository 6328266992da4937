import * as vscode from 'vscode';
import {
  SEMANTIC_MODIFIERS,
  SEMANTIC_TYPES,
  semanticTokens,
} from '../../../core/template/language/semantic-tokens.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';

export const semanticLegend = new vscode.SemanticTokensLegend([...SEMANTIC_TYPES], [...SEMANTIC_MODIFIERS]);

/** Colours names by the variable that they mean. */
export class SemanticTokensProvider implements vscode.DocumentSemanticTokensProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideDocumentSemanticTokens(document: vscode.TextDocument): vscode.SemanticTokens {
    const builder = new vscode.SemanticTokensBuilder(semanticLegend);
    for (const token of semanticTokens(this.#templates.of(document))) {
      builder.push(rangeIn(document, token), token.type, [...token.modifiers]);
    }
    return builder.build();
  }
}
