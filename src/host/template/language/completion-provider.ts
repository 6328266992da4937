import * as vscode from 'vscode';
import {
  completeTemplate,
  type TemplateCompletion,
} from '../../../core/template/language/complete-template.ts';
import { exampleOf } from '../../../core/template/language/hover-template.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { docMarkdown } from './doc-markdown.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';

const { CompletionItemKind } = vscode;
const kinds: Readonly<Record<TemplateCompletion['kind'], vscode.CompletionItemKind>> = {
  statement: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Operator,
  filter: CompletionItemKind.Function,
  test: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  method: CompletionItemKind.Method,
  property: CompletionItemKind.Property,
  constant: CompletionItemKind.Constant,
};

class TemplateItem extends vscode.CompletionItem {
  readonly completion: TemplateCompletion;

  constructor(completion: TemplateCompletion) {
    super(completion.label, kinds[completion.kind]);
    this.completion = completion;
  }
}

/** Offers what can be written at the cursor; what is told about an entry is made when it is looked at. */
export class TemplateCompletionProvider implements vscode.CompletionItemProvider<TemplateItem> {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): TemplateItem[] {
    const found = completeTemplate(this.#templates.of(document), document.offsetAt(position));
    // a space after a value mostly ends the tag: no list of operators then
    if (triggerCharacter === ' ' && found.every(({ kind }) => kind === 'keyword')) return [];
    return found.map((completion) => {
      const item = new TemplateItem(completion);
      item.range = rangeIn(document, completion.replaces);
      item.sortText = `${completion.isLikely ? '0' : '1'}${completion.label}`;
      if (completion.snippet !== undefined) item.insertText = new vscode.SnippetString(completion.snippet);
      return item;
    });
  }

  resolveCompletionItem(item: TemplateItem): TemplateItem {
    const { doc } = item.completion;
    if (doc === undefined) return item;
    const { signature, text } = doc;
    item.documentation = docMarkdown({ signature, text: text[displayLanguage()], example: exampleOf(doc) });
    return item;
  }
}
