import * as vscode from 'vscode';
import { isSafelyFixable } from '../../core/dataset/findings/apply-fixes.ts';
import { diskRules } from '../../core/dataset/disk-rules.ts';
import type { Finding } from '../../core/dataset/findings/finding.ts';
import type { Fix } from '../../core/dataset/findings/fix.ts';
import { say } from '../kit/say.ts';
import { lintedSelector, type DatasetDocuments } from './dataset-documents.ts';
import { findingRange, moreFindings } from './finding-diagnostics.ts';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const fixAllKind = SourceFixAll.append('tuningFork');

type Fixable = Finding & { readonly fix: Fix };

/** Quick fixes of findings, all fixes of one rule, and *Fix All*, which takes what is safe (also on save, by `source.fixAll`). */
export class FixActions implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #registration: vscode.Disposable;
  readonly #documents: DatasetDocuments;

  constructor(documents: DatasetDocuments) {
    this.#documents = documents;
    this.#registration = vscode.languages.registerCodeActionsProvider(lintedSelector, this, {
      providedCodeActionKinds: [QuickFix, fixAllKind],
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** Nothing is offered for findings of a version that the document has left: their places are gone. */
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const found = this.#documents.get(document.uri);
    if (found === undefined || found.version !== document.version) return [];
    const fixable = found.linted.findings.filter(isFixableHere);
    const actions: vscode.CodeAction[] = [];
    const page = diagnostics.find(({ code }) => code === moreFindings);
    if (page !== undefined && (only === undefined || only.contains(QuickFix)))
      actions.push(nextPage(document, page, found.linted.findings.length));
    if (only === undefined || only.contains(QuickFix)) actions.push(...quickFixes(document, range, fixable));
    const safe = fixable.filter(isSafelyFixable);
    const isAsked = only !== undefined && (only.contains(fixAllKind) || fixAllKind.contains(only));
    if (safe.length > 0 && isAsked) actions.push(fixSafe(document, safe, fixAllKind));
    return actions;
  }
}

/** What is wrong with bytes that the editor hides cannot be mended in it. */
function isFixableHere(finding: Finding): finding is Fixable {
  return finding.fix !== undefined && (!diskRules.has(finding.rule) || finding.fix.edit.kind === 'line-ends');
}

function quickFixes(
  document: vscode.TextDocument,
  range: vscode.Range,
  fixable: readonly Fixable[],
): vscode.CodeAction[] {
  const here = fixable.filter((each) => findingRange(each).intersection(range) !== undefined);
  const actions = here.map((each) => action(say(each.fix.title), document, [each]));
  for (const rule of new Set(here.map((each) => each.rule))) {
    const all = fixable.filter((each) => each.rule === rule);
    const args = { rule, count: all.length };
    if (all.length > 1) actions.push(action(say('dataset.fix.all-of-rule', args), document, all));
  }
  const safe = fixable.filter(isSafelyFixable);
  if (here.some(isSafelyFixable) && safe.length > 1) actions.push(fixSafe(document, safe, QuickFix));
  return actions;
}

/** Leads on from the entry that says how many findings are not listed. */
function nextPage(document: vscode.TextDocument, page: vscode.Diagnostic, total: number): vscode.CodeAction {
  const next = new vscode.CodeAction(say('dataset.page.action', { total }), QuickFix);
  next.command = { command: 'tuningFork.showNextFindings', title: next.title, arguments: [document.uri] };
  next.diagnostics = [page];
  return next;
}

function fixSafe(
  document: vscode.TextDocument,
  safe: readonly Fixable[],
  kind: vscode.CodeActionKind,
): vscode.CodeAction {
  return action(say('dataset.fix.all-safe', { count: safe.length }), document, safe, kind);
}

function action(
  title: string,
  document: vscode.TextDocument,
  fixes: readonly Fixable[],
  kind = QuickFix,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.edit = new vscode.WorkspaceEdit();
  made.edit.set(document.uri, editsOf(document, fixes));
  return made;
}

/** Two findings about one line remove it once. */
function editsOf(document: vscode.TextDocument, fixes: readonly Fixable[]): vscode.TextEdit[] {
  const removed = new Set<number>();
  const edits: vscode.TextEdit[] = [];
  for (const finding of fixes) {
    const range = findingRange(finding);
    const { edit } = finding.fix;
    switch (edit.kind) {
      case 'replace':
        edits.push(vscode.TextEdit.replace(range, edit.text));
        break;
      case 'remove-line':
        if (!removed.has(range.start.line))
          edits.push(vscode.TextEdit.delete(lineRange(document, range.start.line)));
        removed.add(range.start.line);
        break;
      case 'line-ends':
        edits.push(vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF));
        break;
      default:
        return edit satisfies never;
    }
  }
  return edits;
}

/** A line with its end; the last one with the end of the line before. */
function lineRange(document: vscode.TextDocument, line: number): vscode.Range {
  const { rangeIncludingLineBreak, range } = document.lineAt(line);
  const isLast = line === document.lineCount - 1;
  return isLast && line > 0
    ? new vscode.Range(document.lineAt(line - 1).range.end, range.end)
    : rangeIncludingLineBreak;
}
