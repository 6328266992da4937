import { resolve } from 'node:path';
import * as vscode from 'vscode';
import type { Finding, Severity } from '../../core/dataset/finding.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { DatasetDocuments } from './dataset-documents.ts';
import { configurationRoot } from './lint-choice.ts';

/** VS Code shows 1,000 problems a file; the last place says how many there are besides. */
const MOST_SHOWN = 1000;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Shows the findings of open datasets as problems with squiggles on their very characters. */
export class FindingDiagnostics implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection('tuning-fork'));

  constructor(documents: DatasetDocuments) {
    this.#store.add(
      documents.onDidChange((uri) => {
        const found = documents.get(uri);
        this.#collection.set(uri, found ? toDiagnostics(uri, found.linted.findings, displayLanguage()) : []);
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function toDiagnostics(
  uri: vscode.Uri,
  findings: readonly Finding[],
  language: Language,
): vscode.Diagnostic[] {
  if (findings.length <= MOST_SHOWN) return findings.map((each) => toDiagnostic(uri, each, language));
  const worstFirst = findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
  const shown = worstFirst.slice(0, MOST_SHOWN - 1).map((each) => toDiagnostic(uri, each, language));
  const args = { count: findings.length - shown.length };
  const more = formatMessage({ id: 'dataset.more-findings', args }, language);
  return [
    ...shown,
    new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), more, vscode.DiagnosticSeverity.Information),
  ];
}

function toDiagnostic(uri: vscode.Uri, finding: Finding, language: Language): vscode.Diagnostic {
  const range = findingRange(finding);
  const diagnostic = new vscode.Diagnostic(
    range,
    formatMessage(finding.message, language),
    severities[finding.severity],
  );
  diagnostic.source = 'Tuning Fork';
  diagnostic.code = finding.rule;
  diagnostic.relatedInformation = (finding.related ?? []).map(({ path, row }) => {
    const file = path === undefined ? uri : vscode.Uri.file(resolve(configurationRoot(uri), path));
    const location = new vscode.Location(file, new vscode.Position(row - 1, 0));
    return new vscode.DiagnosticRelatedInformation(
      location,
      formatMessage({ id: 'dataset.related-row', args: { row } }, language),
    );
  });
  return diagnostic;
}

/** 1-based lines and columns to VS Code's 0-based ones. A finding about the whole file stands at its first character. */
export function findingRange(finding: Finding): vscode.Range {
  const line = (finding.line ?? 1) - 1;
  const column = (finding.column ?? 1) - 1;
  return new vscode.Range(
    line,
    column,
    (finding.endLine ?? line + 1) - 1,
    (finding.endColumn ?? column + 1) - 1,
  );
}
