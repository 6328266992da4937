import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { RowsClient } from '../../node/conversations/rows-client.ts';
import type { ConversationsPanel, ConversationsParts } from './conversations-panel.ts';
import type { FileSource } from './shown-file.ts';

/** Edits a document of VS Code. */
export const conversationsViewType = 'tuningFork.conversations';
/** Shows a file from disk, of any size. */
export const rowsViewType = 'tuningFork.rows';

/** Both editors of conversations, which are one screen: over a text document, and over a file that VS Code gives none of. */
export class ConversationsEditors
  implements Disposable, vscode.CustomTextEditorProvider, vscode.CustomReadonlyEditorProvider
{
  readonly #store = new DisposableStore();
  readonly #panels = new Set<ConversationsPanel>();
  readonly #parts: ConversationsParts;
  /** Lines to show in files that are about to be opened. */
  readonly #lines = new Map<string, number>();

  constructor(worker: string, parts: Omit<ConversationsParts, 'rows'>) {
    this.#parts = { ...parts, rows: this.#store.add(new RowsClient(worker)) };
    const { window } = vscode;
    this.#store.add(window.registerCustomEditorProvider(conversationsViewType, this));
    const options = { supportsMultipleEditorsPerDocument: true };
    this.#store.add(window.registerCustomEditorProvider(rowsViewType, readOnly(this), options));
  }

  /** Opens a file in one of the editors, at the row of a line (1-based) if one is named. */
  async open(uri: vscode.Uri, viewType: string, line: number | null): Promise<void> {
    if (line !== null) this.#lines.set(uri.toString(), line);
    await vscode.commands.executeCommand('vscode.openWith', uri, viewType, { preview: false });
    const shown = [...this.#panels].find((panel) => panel.uri.toString() === uri.toString());
    if (line === null || shown === undefined || !this.#lines.delete(uri.toString())) return;
    shown.showLine(line);
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    return this.#show(panel, { kind: 'document', document });
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    return this.#show(panel, { kind: 'disk', uri });
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    this.#store.dispose();
  }

  async #show(webviewPanel: vscode.WebviewPanel, source: FileSource): Promise<void> {
    const { ConversationsPanel } = await import('./conversations-panel.ts');
    const panel = new ConversationsPanel(webviewPanel, source, this.#parts);
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => this.#panels.delete(panel));
    const line = this.#lines.get(panel.uri.toString());
    if (line === undefined) return;
    this.#lines.delete(panel.uri.toString());
    panel.showLine(line);
  }
}

/** VS Code takes a provider for one of text documents if it has that method too. */
function readOnly(editors: ConversationsEditors): vscode.CustomReadonlyEditorProvider {
  return {
    openCustomDocument: (uri) => editors.openCustomDocument(uri),
    resolveCustomEditor: (document, panel) => editors.resolveCustomEditor(document, panel),
  };
}
