import path from 'node:path';
import * as vscode from 'vscode';
import { formatMessage } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';
import { refusalReason, refusalSentence } from './refusal-sentence.ts';
import type { EditorRow, FoundRefusal } from './row-renderings.ts';

/** A row that stands in an editor, with its template's refusal. */
export type RefusedRow = FoundRefusal & { readonly row: EditorRow };

const CODE = 'template-refusal';
const MOST_RELATED = 10;

/** The squiggle on the message that a template refuses, with the way to the template's line. */
export function rowDiagnostic(
  { row, refusal, templateFile }: RefusedRow,
  language: Language,
): vscode.Diagnostic {
  const { start, end, error } = refusal;
  const line = row.row - 1;
  const range = new vscode.Range(line, start, line, end);
  const diagnostic = diagnosticOf(range, refusalSentence(error, language), vscode.DiagnosticSeverity.Error);
  if (error.line === undefined) return diagnostic;
  const place = new vscode.Location(
    templateFile,
    new vscode.Position(error.line - 1, (error.column ?? 1) - 1),
  );
  const words = formatMessage({ id: 'inline.template-line', args: { line: error.line } }, language);
  diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, words)];
  return diagnostic;
}

/** The squiggles on the lines of template files that refuse rows: one a line, however many rows it refuses. */
export function templateDiagnostics(
  rows: readonly RefusedRow[],
  language: Language,
): [vscode.Uri, vscode.Diagnostic[]][] {
  const shown = rows.filter(
    ({ templateFile, refusal }) => refusal.error.line !== undefined && isShown(templateFile),
  );
  const byFile = Map.groupBy(shown, ({ templateFile }) => templateFile.toString());
  return [...byFile].map(([file, refused]) => {
    const byLine = Map.groupBy(refused, ({ refusal }) => refusal.error.line ?? 1);
    const diagnostics = [...byLine.values()].flatMap((rows) => templateDiagnostic(rows, language));
    return [vscode.Uri.parse(file), diagnostics];
  });
}

function templateDiagnostic(rows: readonly RefusedRow[], language: Language): vscode.Diagnostic[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { error } = first.refusal;
  const args = {
    row: first.row.row,
    file: path.posix.basename(first.row.dataset.path),
    more: rows.length - 1,
    reason: refusalReason(error, language),
  };
  const id = rows.length === 1 ? 'inline.refused-here' : 'inline.refused-rows-here';
  const line = (error.line ?? 1) - 1;
  const range = new vscode.Range(line, (error.column ?? 1) - 1, line, Number.MAX_SAFE_INTEGER);
  const diagnostic = diagnosticOf(
    range,
    formatMessage({ id, args }, language),
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.relatedInformation = rows.slice(0, MOST_RELATED).map(({ row, refusal }) => {
    const at = new vscode.Location(
      row.dataset,
      new vscode.Range(row.row - 1, refusal.start, row.row - 1, refusal.end),
    );
    const words = formatMessage({ id: 'dataset.related-row', args: { row: row.row } }, language);
    return new vscode.DiagnosticRelatedInformation(at, words);
  });
  return [diagnostic];
}

function diagnosticOf(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'Tuning Fork';
  diagnostic.code = CODE;
  return diagnostic;
}

/** A template file that is open or the workspace's own; inside a tokenizer_config.json the line is not the file's. */
function isShown(uri: vscode.Uri): boolean {
  if (!uri.path.endsWith('.jinja')) return false;
  const isOpen = vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString(),
  );
  return isOpen || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}
