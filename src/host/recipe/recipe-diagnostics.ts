import * as vscode from 'vscode';
import type { RecipeFinding, RecipeSeverity } from '../../core/recipe/recipe.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import { isRecipe } from './workspace-recipes.ts';

const severities: Readonly<Record<RecipeSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Checks open recipes against TRL's keys as they are typed: a recipe is small, so it is checked at once. */
export class RecipeDiagnostics implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection('tuning-fork-recipe'));
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#check(document)));
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#check(document)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)));
    this.#store.add(onSettingsChanged(() => this.checkAll()));
  }

  checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#check(document);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #check(document: vscode.TextDocument): void {
    if (isRecipe(document.uri)) this.#checkRecipe(document).catch(this.#onError);
  }

  /** The checks, and the YAML parser with them, are loaded with the first recipe that is open. */
  async #checkRecipe(document: vscode.TextDocument): Promise<void> {
    const { parseRecipe } = await import('../../core/recipe/parse-recipe.ts');
    if (document.isClosed || this.#store.disposed) return;
    const { findings } = parseRecipe(document.getText());
    this.#collection.set(
      document.uri,
      findings.map((finding) => toDiagnostic(document, finding)),
    );
  }
}

function toDiagnostic(document: vscode.TextDocument, finding: RecipeFinding): vscode.Diagnostic {
  const { start, end } = finding.range;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new vscode.Diagnostic(
    range,
    formatMessage(finding, displayLanguage()),
    severities[finding.severity],
  );
  diagnostic.source = 'Tuning Fork';
  diagnostic.code = finding.id;
  return diagnostic;
}
