import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import type { WorkspaceTemplate, WorkspaceTemplates } from './workspace-templates.ts';

/** The Templates view: the workspace's chat templates; a click opens the file. */
export class TemplatesView implements vscode.TreeDataProvider<WorkspaceTemplate>, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<WorkspaceTemplate | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #templates: WorkspaceTemplates;

  constructor(templates: WorkspaceTemplates) {
    this.#templates = templates;
    this.#store.add(templates.onDidChange(() => this.#changed.fire(undefined)));
    this.#store.add(vscode.window.createTreeView('tuningFork.templates', { treeDataProvider: this }));
  }

  getChildren(node?: WorkspaceTemplate): Promise<WorkspaceTemplate[]> {
    return node === undefined ? this.#templates.list() : Promise.resolve([]);
  }

  getTreeItem({ uri, label, kind }: WorkspaceTemplate): vscode.TreeItem {
    const item = new vscode.TreeItem(label);
    item.id = uri.toString();
    item.iconPath = new vscode.ThemeIcon(kind === 'file' ? 'symbol-snippet' : 'package');
    item.resourceUri = uri;
    if (kind === 'file') item.command = { command: 'vscode.open', title: '', arguments: [uri] };
    else item.description = vscode.l10n.t('model folder');
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
