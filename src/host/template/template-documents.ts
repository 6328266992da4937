import path from 'node:path';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { formatError } from '../../core/text/format-message.ts';
import { chooseTemplate, readChatTemplates } from '../../node/template/read-chat-templates.ts';
import type { TemplateStore } from '../../node/template/template-store.ts';
import { displayLanguage } from '../kit/settings.ts';
import { editUri } from './language/edited-template.ts';
import type { WorkspaceTemplates } from './workspace-templates.ts';

/** Of the read-only documents. */
export const templateScheme = 'tuning-fork-template';

/** What a document shows: a template of a place, or a text that was kept. */
const shown = v.variant('kind', [
  v.object({ kind: v.literal('place'), place: v.string(), name: v.string() }),
  v.object({ kind: v.literal('kept'), sha256: v.string() }),
]);
type Shown = v.InferOutput<typeof shown>;

/** Templates that cannot be edited where they stand, as read-only documents: those of GGUF files, of the Hub cache, and older texts. */
export class TemplateDocuments implements Disposable, vscode.TextDocumentContentProvider {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #kept: TemplateStore;

  constructor(kept: TemplateStore, templates: WorkspaceTemplates) {
    this.#kept = kept;
    this.#store.add(vscode.workspace.registerTextDocumentContentProvider(templateScheme, this));
    this.#store.add(templates.onDidChange(() => this.#refresh()));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { output, success } = v.safeParse(v.pipe(v.string(), v.parseJson(), shown), uri.query);
    if (!success) return '';
    try {
      if (output.kind === 'kept') return (await this.#kept.text(output.sha256)) ?? '';
      const { place, name } = output;
      return chooseTemplate(await readChatTemplates(place), { name, tools: false }).text;
    } catch (error) {
      return formatError(error, displayLanguage());
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Open documents are read anew: their places may have changed. */
  #refresh(): void {
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === templateScheme) this.#changed.fire(uri);
  }
}

/** The Hub cache and a Python's packages belong to others: what stands there is never edited. */
const foreign = /[/\\](?:models--[^/\\]+[/\\]snapshots|site-packages)[/\\]/;

/** The document of a template: its file, or the string in a configuration, where that can be edited; else a read-only one. */
export function documentOfTemplate(template: {
  readonly place: string;
  readonly name: string;
  readonly file: string;
}): vscode.Uri {
  const { place, name, file } = template;
  if (!foreign.test(file)) {
    if (file.endsWith('.jinja')) return vscode.Uri.file(file);
    if (file.endsWith('.json')) return editUri({ file: vscode.Uri.file(file), name });
  }
  const folder = path.basename(file) === path.basename(place) ? '' : `${path.basename(place)} `;
  const label = name === 'default' ? path.basename(file) : `${path.basename(file)} ${name}`;
  return documentUri({ kind: 'place', place, name }, `${folder}${label}`);
}

/** The document of a text that was kept. */
export function documentOfKept(sha256: string): vscode.Uri {
  return documentUri({ kind: 'kept', sha256 }, sha256.slice(0, 8));
}

/** Its ending makes it a chat template for the editor. */
function documentUri(content: Shown, label: string): vscode.Uri {
  const file = `${label.replace(/\.jinja$/, '').replaceAll(/[/\\]/g, ' ')}.chat-template.jinja`;
  return vscode.Uri.from({ scheme: templateScheme, path: `/${file}`, query: JSON.stringify(content) });
}
