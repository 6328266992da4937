import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import { templateRuleMessages } from '../../../core/template/language/rule-messages.ts';
import { addSentences } from '../../../core/text/catalogue.ts';
import { TemplateCompletionProvider } from './completion-provider.ts';
import { TemplateDefinitionProvider, TemplateReferenceProvider } from './definition-provider.ts';
import { TemplateFixProvider } from './fix-provider.ts';
import { TemplateHoverProvider } from './hover-provider.ts';
import { OpenTemplates } from './open-templates.ts';
import { SemanticTokensProvider, semanticLegend } from './semantic-tokens-provider.ts';
import { TemplateFoldingProvider, TemplateSymbolProvider } from './structure-provider.ts';
import { TemplateDiagnostics } from './template-diagnostics.ts';
import { templateLanguage } from './template-language.ts';

addSentences(templateRuleMessages);

/** Everything that VS Code asks about the text of a chat template. */
export class LanguageFeatures implements Disposable {
  readonly #store = new DisposableStore();

  constructor() {
    const templates = new OpenTemplates();
    const { languages } = vscode;
    const selector = { language: templateLanguage };
    const references = new TemplateReferenceProvider(templates);
    const own = (item: vscode.Disposable): unknown => this.#store.add(item);
    own(new TemplateDiagnostics(templates));
    own(
      languages.registerCompletionItemProvider(
        selector,
        new TemplateCompletionProvider(templates),
        '.',
        '|',
        "'",
        '"',
        '%',
        ' ',
      ),
    );
    own(languages.registerHoverProvider(selector, new TemplateHoverProvider(templates)));
    own(languages.registerDefinitionProvider(selector, new TemplateDefinitionProvider(templates)));
    own(languages.registerReferenceProvider(selector, references));
    own(languages.registerDocumentHighlightProvider(selector, references));
    own(languages.registerDocumentSymbolProvider(selector, new TemplateSymbolProvider(templates)));
    own(languages.registerFoldingRangeProvider(selector, new TemplateFoldingProvider(templates)));
    const semantic = new SemanticTokensProvider(templates);
    own(languages.registerDocumentSemanticTokensProvider(selector, semantic, semanticLegend));
    const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    own(languages.registerCodeActionsProvider(selector, new TemplateFixProvider(templates), kinds));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
