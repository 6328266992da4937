import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';

const MOST_TEMPLATES = 100;
const skipped = '**/{node_modules,.git,.tuning-fork,.venv,venv,checkpoint-*}/**';

/** A template of the workspace: a `.jinja` file, or a model folder or GGUF file that has one. */
export interface WorkspaceTemplate {
  /** The template or GGUF file, or the model's folder. */
  readonly uri: vscode.Uri;
  readonly label: string;
  readonly kind: 'file' | 'model';
}

/** The chat templates of the workspace: `*.jinja` files, GGUF files, and model folders by their tokenizer_config.json. */
export class WorkspaceTemplates implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = this.#store.add(
      vscode.workspace.createFileSystemWatcher('**/{*.jinja,*.gguf,tokenizer_config.json}'),
    );
    for (const event of [watcher.onDidCreate, watcher.onDidDelete, watcher.onDidChange]) {
      this.#store.add(event(() => this.#changed.fire()));
    }
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire()));
  }

  async list(): Promise<WorkspaceTemplate[]> {
    const [files, ggufs, configs] = await Promise.all([
      vscode.workspace.findFiles('**/*.jinja', skipped, MOST_TEMPLATES),
      vscode.workspace.findFiles('**/*.gguf', skipped, MOST_TEMPLATES),
      vscode.workspace.findFiles('**/tokenizer_config.json', skipped, MOST_TEMPLATES),
    ]);
    const modelFolders = configs.map((config) => vscode.Uri.joinPath(config, '..'));
    const inModel = new Set(modelFolders.map((folder) => folder.path));
    const templates: WorkspaceTemplate[] = [
      ...files.filter((file) => !inModel.has(modelOf(file))).map((uri) => template(uri, 'file')),
      ...[...modelFolders, ...ggufs].map((uri) => template(uri, 'model')),
    ];
    return templates.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** The folder of the model that a template file may belong to. */
function modelOf(file: vscode.Uri): string {
  const folder = path.posix.dirname(file.path);
  return path.posix.basename(folder) === 'additional_chat_templates' ? path.posix.dirname(folder) : folder;
}

function template(uri: vscode.Uri, kind: WorkspaceTemplate['kind']): WorkspaceTemplate {
  return { uri, kind, label: vscode.workspace.asRelativePath(uri) };
}
