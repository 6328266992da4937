import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import type { TemplateFinding, TemplateSeverity } from '../../../core/template/language/template-finding.ts';
import { formatMessage } from '../../../core/text/format-message.ts';
import { debounce } from '../../kit/debounce.ts';
import { displayLanguage, onSettingsChanged, ruleSeverities } from '../../kit/settings.ts';
import { rangeIn, type OpenTemplates } from './open-templates.ts';
import { templateLanguage } from './template-language.ts';

/** A key's pause, so that half a word is not called wrong. */
const QUIET_MS = 150;

const severities: Readonly<Record<TemplateSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows what the rules say about open templates as they are typed. */
export class TemplateDiagnostics implements Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection('tuning-fork-template'));
  readonly #templates: OpenTemplates;
  readonly #changed = new Set<vscode.TextDocument>();
  readonly #check = this.#store.add(debounce(QUIET_MS, () => this.#checkChanged()));

  constructor(templates: OpenTemplates) {
    this.#templates = templates;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#see(document)));
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#see(document)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)));
    this.#store.add(onSettingsChanged(() => this.#seeAll()));
    this.#seeAll();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #seeAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#see(document);
  }

  #see(document: vscode.TextDocument): void {
    if (document.languageId !== templateLanguage || !isEditable(document)) return;
    this.#changed.add(document);
    this.#check.schedule();
  }

  #checkChanged(): void {
    for (const document of this.#changed) {
      if (!document.isClosed) this.#collection.set(document.uri, this.#diagnostics(document));
    }
    this.#changed.clear();
  }

  #diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
    const wanted = ruleSeverities(document.uri);
    return this.#templates.findings(document).flatMap((finding) => {
      const severity = wanted[finding.rule] ?? finding.severity;
      return severity === 'off' ? [] : [toDiagnostic(document, finding, severities[severity])];
    });
  }
}

/** What cannot be corrected is not complained about: templates of the Hub cache, earlier versions in a comparison. */
function isEditable({ uri, isUntitled }: vscode.TextDocument): boolean {
  return isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function toDiagnostic(
  document: vscode.TextDocument,
  finding: TemplateFinding,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const sentence = formatMessage(finding.message, displayLanguage());
  const diagnostic = new vscode.Diagnostic(rangeIn(document, finding), sentence, severity);
  diagnostic.source = 'Tuning Fork';
  diagnostic.code = finding.rule;
  if (finding.unreached === true) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
