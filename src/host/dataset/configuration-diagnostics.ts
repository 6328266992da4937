import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import { isConfiguration } from './lint-settings.ts';

/** Shows the faults of open tuning-fork.yaml files as they are typed; such a file is small, so it is checked at once. */
export class ConfigurationDiagnostics implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(
    vscode.languages.createDiagnosticCollection('tuning-fork-configuration'),
  );
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#check(document)));
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#check(document)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)));
    this.#store.add(onSettingsChanged(() => this.#checkAll()));
    this.#checkAll();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#check(document);
  }

  #check(document: vscode.TextDocument): void {
    if (isConfiguration(document.uri)) this.#show(document).catch(this.#onError);
  }

  /** The YAML parser is loaded with the first such file that is open. */
  async #show(document: vscode.TextDocument): Promise<void> {
    const { configurationFaults } = await import('../../core/dataset/configuration/configuration-faults.ts');
    if (document.isClosed || this.#store.disposed) return;
    const language = displayLanguage();
    const shown = configurationFaults(document.getText()).map(({ message, span }) => {
      const { line, column, endLine, endColumn } = span;
      const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
      const diagnostic = new vscode.Diagnostic(range, formatMessage(message, language));
      diagnostic.source = 'Tuning Fork';
      diagnostic.code = 'configuration';
      return diagnostic;
    });
    this.#collection.set(document.uri, shown);
  }
}
