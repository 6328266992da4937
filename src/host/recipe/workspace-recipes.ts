import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';

const MOST_RECIPES = 200;

/** The recipes (`*.sft.yaml`) of the workspace. */
export class WorkspaceRecipes implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher('**/*.sft.{yaml,yml}'));
    for (const event of [watcher.onDidCreate, watcher.onDidDelete, watcher.onDidChange]) {
      this.#store.add(event(() => this.#changed.fire()));
    }
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire()));
  }

  async list(): Promise<vscode.Uri[]> {
    const skipped = '**/{node_modules,.git,.tuning-fork,.venv,venv}/**';
    const found = await vscode.workspace.findFiles('**/*.sft.{yaml,yml}', skipped, MOST_RECIPES);
    return found.toSorted((a, b) => (a.fsPath < b.fsPath ? -1 : 1));
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** Whether a resource is a recipe by its name. */
export function isRecipe(uri: vscode.Uri): boolean {
  return /\.sft\.ya?ml$/i.test(uri.path);
}
