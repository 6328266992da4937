import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../../core/lifetime/disposable-store.ts';
import { editedTemplate, editScheme } from './edited-template.ts';
import type { EmbeddedTemplateFiles } from './embedded-template-files.ts';

/** Opens the chat template of a `tokenizer_config.json` as a document of its own, whose save writes that string alone. */
export class TemplateFileSystem implements Disposable, vscode.FileSystemProvider {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.#changed.event;
  #loading: Promise<EmbeddedTemplateFiles> | null = null;

  constructor() {
    const options = { isCaseSensitive: true };
    this.#store.add(vscode.workspace.registerFileSystemProvider(editScheme, this, options));
  }

  /** The file around the template is watched. */
  watch(uri: vscode.Uri): vscode.Disposable {
    const { file } = editedTemplate(uri);
    const folder = file.with({ path: path.posix.dirname(file.path) });
    const pattern = new vscode.RelativePattern(folder, path.posix.basename(file.path));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const tell = (): void => this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    watcher.onDidChange(tell);
    watcher.onDidCreate(tell);
    return watcher;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await this.#files()).stat(uri);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#files()).read(uri);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await (await this.#files()).write(uri, content);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #files(): Promise<EmbeddedTemplateFiles> {
    this.#loading ??= import('./embedded-template-files.ts').then(
      (module) => new module.EmbeddedTemplateFiles(),
    );
    return this.#loading;
  }
}
