import * as vscode from 'vscode';
import { formatMessage } from '../../../core/text/format-message.ts';
import type { TemplateFinding, TemplateFix } from '../../../core/template/language/template-finding.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';

/** Offers what the rules can correct by themselves. */
export class TemplateFixProvider implements vscode.CodeActionProvider {
  readonly #templates: OpenTemplates;

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return this.#templates.findings(document).flatMap((finding) => {
      const place = rangeIn(document, finding);
      if (finding.fix === undefined || place.intersection(range) === undefined) return [];
      return [
        toAction(
          document,
          finding,
          finding.fix,
          diagnostics.filter((each) => isOf(each, finding, place)),
        ),
      ];
    });
  }
}

function isOf({ code, range }: vscode.Diagnostic, { rule }: TemplateFinding, place: vscode.Range): boolean {
  return code === rule && range.isEqual(place);
}

function toAction(
  document: vscode.TextDocument,
  finding: TemplateFinding,
  { title, edits, lineEnds }: TemplateFix,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(
    formatMessage(title, displayLanguage()),
    vscode.CodeActionKind.QuickFix,
  );
  const changes = edits.map((edit) => vscode.TextEdit.replace(rangeIn(document, edit), edit.text));
  if (lineEnds !== undefined) changes.push(vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF));
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, changes);
  action.diagnostics = diagnostics;
  action.isPreferred = finding.severity !== 'info';
  return action;
}
