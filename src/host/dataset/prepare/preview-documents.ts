import path from 'node:path';
import * as vscode from 'vscode';
import type { PreviewTexts } from '../../../core/dataset/prepare/preview/preview-texts.ts';
import { DisposableStore } from '../../../core/lifetime/disposable-store.ts';

const SCHEME = 'tuning-fork-prepare';
type Side = keyof PreviewTexts;

/** Rows as they are beside rows as they would be, in a difference editor whose documents nobody can change. */
export class PreviewDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #texts = new Map<string, PreviewTexts>();
  #opened = 0;

  constructor() {
    this.#store.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  /** Opens the editor, or draws the open one anew. @param key null for a new one. @returns the key */
  async show(key: string | null, dataset: vscode.Uri, title: string, texts: PreviewTexts): Promise<string> {
    const own = key ?? String((this.#opened += 1));
    this.#texts.set(own, texts);
    const [before, after] = (['before', 'after'] as const).map((side) => documentOf(own, side, dataset));
    if (before === undefined || after === undefined) return own;
    if (key !== null) for (const uri of [before, after]) this.#changed.fire(uri);
    await vscode.commands.executeCommand('vscode.diff', before, after, title, { preserveFocus: true });
    return own;
  }

  async close(key: string): Promise<void> {
    const isOwn = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputTextDiff &&
      input.modified.scheme === SCHEME &&
      input.modified.authority === key;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(isOwn));
    await vscode.window.tabGroups.close(tabs, true);
    this.#texts.delete(key);
  }

  /** After a reload of the window nothing is known of an editor that is still open. */
  provideTextDocumentContent({ authority, path: name }: vscode.Uri): string {
    const texts = this.#texts.get(authority);
    if (texts === undefined) return `// ${vscode.l10n.t('This preview is over. Run the command again.')}\n`;
    return name.startsWith('/before/') ? texts.before : texts.after;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** Its ending makes it JSON with comments for the editor. */
function documentOf(key: string, side: Side, dataset: vscode.Uri): vscode.Uri {
  const name = `/${side}/${path.posix.basename(dataset.path)}.jsonc`;
  return vscode.Uri.from({ scheme: SCHEME, authority: key, path: name });
}
