import * as vscode from 'vscode';
import type { Finding } from '../../core/dataset/findings/finding.ts';
import type { RuleDocumentation } from '../../core/dataset/rule.ts';
import { shownExample } from '../../core/dataset/findings/shown-example.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { escapeMarkdown } from '../kit/escape-markdown.ts';
import { displayLanguage } from '../kit/settings.ts';
import { lintedSelector, type DatasetDocuments } from './dataset-documents.ts';
import { findingRange } from './finding-diagnostics.ts';

/** Rules that are explained at once: of more at one place, the first are. */
const MOST_RULES = 3;

/** Hovering over a finding explains its rule, below the sentence of the finding itself: why, with a row that it names and one that it accepts. */
export class RuleHover implements vscode.HoverProvider, vscode.Disposable {
  readonly #registration: vscode.Disposable;
  readonly #documents: DatasetDocuments;

  constructor(documents: DatasetDocuments) {
    this.#documents = documents;
    this.#registration = vscode.languages.registerHoverProvider(lintedSelector, this);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | null> {
    const found = this.#findingsAt(document, position);
    const [first] = found;
    if (first === undefined) return null;
    // the rules are no part of the start of the extension
    const { ruleById } = await import('../../core/dataset/rule-set.ts');
    if (token.isCancellationRequested) return null;
    const contents = [...new Set(found.map(({ rule }) => rule))].slice(0, MOST_RULES).flatMap((id) => {
      const rule = ruleById(id);
      return rule === undefined ? [] : [explanation(id, rule.documentation)];
    });
    return new vscode.Hover(contents, findingRange(first));
  }

  /** None of a version that the document has left: their places are gone. */
  #findingsAt({ uri, version }: vscode.TextDocument, position: vscode.Position): readonly Finding[] {
    const found = this.#documents.get(uri);
    if (found === undefined || found.version !== version) return [];
    return found.linted.findings.filter((finding) => findingRange(finding).contains(position));
  }
}

function explanation(id: string, { text, good, bad }: RuleDocumentation): vscode.MarkdownString {
  const language = displayLanguage();
  const words = (name: 'named' | 'accepted'): string =>
    escapeMarkdown(formatMessage({ id: `dataset.rule.${name}` }, language));
  const markdown = new vscode.MarkdownString(`**${escapeMarkdown(id)}**\n\n`);
  markdown.appendMarkdown(escapeMarkdown(text[language]));
  markdown.appendMarkdown(`\n\n${words('named')}`);
  markdown.appendCodeblock(shownExample(bad, good), 'jsonl');
  markdown.appendMarkdown(words('accepted'));
  markdown.appendCodeblock(shownExample(good, bad), 'jsonl');
  return markdown;
}
