import { resolve } from 'node:path';
import * as vscode from 'vscode';
import { sumOf } from '../../core/dataset/findings/finding-counts.ts';
import type { Finding, Severity } from '../../core/dataset/findings/finding.ts';
import {
  FINDINGS_A_PAGE,
  findingsPage,
  type FindingsPage,
} from '../../core/dataset/findings/findings-page.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Language, Message } from '../../core/text/message.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { DatasetDocuments } from './dataset-documents.ts';
import { configurationRoot } from './lint-settings.ts';

/** The code of the entry that says how many findings there are besides those that are listed. */
export const moreFindings = 'more-findings';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/**
 * Shows the findings of open datasets as problems with squiggles on their very characters. Of very many a page is shown, and one entry
 * says which.
 */
export class FindingDiagnostics implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection('tuning-fork'));
  /** VS Code shows 1,000 problems of a file in one collection, so what is said of the page has its own. */
  readonly #notes = this.#store.add(vscode.languages.createDiagnosticCollection('tuning-fork-pages'));
  readonly #documents: DatasetDocuments;
  /** Where the page of a document begins. */
  readonly #from = new Map<string, number>();

  constructor(documents: DatasetDocuments) {
    this.#documents = documents;
    this.#store.add(documents.onDidChange((uri) => this.#show(uri)));
  }

  /**
   * Shows the page that follows, or the first one after the last.
   * @throws {HumanError} if the document has no more findings than are shown
   */
  showNext(uri: vscode.Uri | undefined): void {
    const found = uri === undefined ? undefined : this.#documents.get(uri);
    if (found === undefined) throw new HumanError('dataset.page.choose');
    const page = this.#pageOf(found.uri, found.linted.findings);
    if (page.total <= FINDINGS_A_PAGE) throw new HumanError('dataset.page.only', { count: page.total });
    this.#from.set(found.uri.toString(), page.next);
    this.#show(found.uri);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #show(uri: vscode.Uri): void {
    const found = this.#documents.get(uri);
    if (found === undefined) {
      this.#from.delete(uri.toString());
      this.#collection.delete(uri);
      this.#notes.delete(uri);
      return;
    }
    const language = displayLanguage();
    const page = this.#pageOf(uri, found.linted.findings);
    this.#collection.set(
      uri,
      page.findings.map((each) => toDiagnostic(uri, each, language)),
    );
    const notes = page.total <= FINDINGS_A_PAGE ? [] : [noteOn(page, language)];
    const unlisted = sumOf(found.linted.unlisted);
    this.#notes.set(uri, unlisted === 0 ? notes : [...notes, noteOnUnlisted(unlisted, language)]);
  }

  #pageOf(uri: vscode.Uri, findings: readonly Finding[]): FindingsPage {
    return findingsPage(findings, this.#from.get(uri.toString()) ?? 0);
  }
}

function noteOn({ findings, from, total, next }: FindingsPage, language: Language): vscode.Diagnostic {
  const args = { first: from + 1, last: from + findings.length, total, more: total - findings.length };
  const id = next === 0 ? 'dataset.page.last' : 'dataset.page';
  const note = noteSaying({ id, args }, language);
  note.code = moreFindings;
  return note;
}

function noteOnUnlisted(unlisted: number, language: Language): vscode.Diagnostic {
  return noteSaying({ id: 'dataset.unlisted', args: { unlisted } }, language);
}

/** An entry about the file as a whole, at its first character. */
function noteSaying(message: Message, language: Language): vscode.Diagnostic {
  const note = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    formatMessage(message, language),
    vscode.DiagnosticSeverity.Information,
  );
  note.source = 'Tuning Fork';
  return note;
}

/** More related rows than anybody opens from a list. */
const MOST_RELATED = 100;

function toDiagnostic(uri: vscode.Uri, finding: Finding, language: Language): vscode.Diagnostic {
  const range = findingRange(finding);
  const diagnostic = new vscode.Diagnostic(
    range,
    formatMessage(finding.message, language),
    severities[finding.severity],
  );
  diagnostic.source = 'Tuning Fork';
  diagnostic.code = finding.rule;
  diagnostic.relatedInformation = (finding.related ?? []).slice(0, MOST_RELATED).map(({ path, row }) => {
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
