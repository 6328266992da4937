import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { cachedModel, cachedModelIds, ggufFilesIn } from '../../node/template/hub-cache.ts';
import { readChatTemplates, templateSha256 } from '../../node/template/read-chat-templates.ts';
import { labelOfPlace, type TemplateItem } from './template-item.ts';
import type { TrlPackage } from './trl-package.ts';
import type { WorkspaceTemplate, WorkspaceTemplates } from './workspace-templates.ts';

const ADDED = 'templates.added';
/** So many models of the cache are read at a time. */
const AT_ONCE = 8;

/** The chat templates at hand, by where they come from. Each group is read when it is asked for. */
export class TemplateInventory implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #workspace: WorkspaceTemplates;
  readonly #memory: vscode.Memento;
  readonly trl: TrlPackage;
  #revision = 0;
  /** What a snapshot of the cache holds never changes. */
  readonly #snapshots = new Map<string, Promise<TemplateItem[]>>();

  constructor(workspace: WorkspaceTemplates, trl: TrlPackage, memory: vscode.Memento) {
    this.#workspace = workspace;
    this.trl = trl;
    this.#memory = memory;
    this.#store.add(workspace.onDidChange(() => this.#changed.fire()));
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.refresh()));
  }

  /** Counts how often everything was to be read anew. */
  get revision(): number {
    return this.#revision;
  }

  /** Reads everything anew when it is asked for next. */
  refresh(): void {
    this.#revision += 1;
    this.trl.forget();
    this.#snapshots.clear();
    this.#changed.fire();
  }

  /** The template files of the workspace. */
  async workspace(): Promise<TemplateItem[]> {
    const found = await this.#ofWorkspace('file');
    return (await Promise.all(found.map(({ uri }) => itemsAt('workspace', uri.fsPath)))).flat();
  }

  /** Model folders and GGUF files: the workspace's and those that were added. */
  async models(): Promise<TemplateItem[]> {
    const found = await this.#ofWorkspace('model');
    const own = found.map(({ uri }) => uri.fsPath);
    const added = this.#added().filter((place) => !own.includes(place));
    const items = [
      ...own.map((place) => itemsAt('models', place)),
      ...added.map((place) => itemsAt('models', place, { added: true })),
    ];
    return (await Promise.all(items)).flat();
  }

  /** Ids of the models in the Hub cache, whether they have a template or not. */
  cachedIds(): Promise<string[]> {
    return cachedModelIds(process.env);
  }

  /** The templates of the Hub cache's models. */
  async cache(): Promise<TemplateItem[]> {
    const ids = await this.cachedIds();
    const items: TemplateItem[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE).map((id) => this.#ofCached(id));
      items.push(...(await Promise.all(some)).flat());
    }
    return items;
  }

  /** TRL's own templates; none where there is no TRL. @throws {HumanError} in a workspace that is not trusted */
  async ofTrl(): Promise<TemplateItem[]> {
    const found = await this.trl.find();
    return (found?.templates ?? []).map((template) => ({
      group: 'trl',
      label: template.name,
      place: template.path,
      name: 'default',
      file: template.path,
      sha256: templateSha256(template.text),
      fault: null,
      commit: null,
      added: false,
    }));
  }

  /** Those that can be read without starting a process: what a template may be compared with or chosen from. */
  async atHand(): Promise<TemplateItem[]> {
    const groups = await Promise.all([this.workspace(), this.models(), this.cache()]);
    return groups.flat().filter(({ sha256 }) => sha256 !== null);
  }

  /** @throws {HumanError} if there is no template at the place */
  async add(place: string): Promise<void> {
    await readChatTemplates(place);
    await this.#memory.update(ADDED, [...new Set([...this.#added(), place])]);
    this.#changed.fire();
  }

  async remove(place: string): Promise<void> {
    await this.#memory.update(
      ADDED,
      this.#added().filter((each) => each !== place),
    );
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #added(): string[] {
    const added = this.#memory.get<unknown>(ADDED);
    return Array.isArray(added) ? added.filter((each) => typeof each === 'string') : [];
  }

  /** A virtual workspace has no disk to read from. */
  async #ofWorkspace(wanted: WorkspaceTemplate['kind']): Promise<WorkspaceTemplate[]> {
    const all = await this.#workspace.list();
    return all.filter(({ kind, uri }) => kind === wanted && uri.scheme === 'file');
  }

  async #ofCached(id: string): Promise<TemplateItem[]> {
    const model = await cachedModel(id, process.env);
    if (model === null) return [];
    const { folder, commit } = model;
    const known = this.#snapshots.get(folder) ?? cachedItems(folder, commit);
    this.#snapshots.set(folder, known);
    return known;
  }
}

/** A model without a template is no fault: most of a cache has none. */
async function cachedItems(folder: string, commit: string): Promise<TemplateItem[]> {
  const files = (await ggufFilesIn(folder)).map((name) => path.join(folder, name));
  const items = [folder, ...files].map((place) => itemsAt('cache', place, { commit }));
  return (await Promise.all(items)).flat().filter(({ fault }) => fault?.id !== 'template.missing');
}

/** What may be said of a place beside its templates. */
interface PlaceFacts {
  readonly commit?: string;
  readonly added?: boolean;
}

/** The templates of a place, each an item; one item that says why if they cannot be read. */
async function itemsAt(
  group: TemplateItem['group'],
  place: string,
  facts: PlaceFacts = {},
): Promise<TemplateItem[]> {
  const label = labelOfPlace(place);
  const common = { group, place, commit: facts.commit ?? null, added: facts.added ?? false };
  try {
    const templates = await readChatTemplates(place);
    const items = templates.map(({ name, path: file, sha256 }) => {
      const named = name === 'default' ? label : `${label} · ${name}`;
      return { ...common, label: named, name, file, sha256, fault: null };
    });
    return [...items, ...(await ofProcessor(items[0], label))];
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return [{ ...common, label, name: 'default', file: place, sha256: null, fault: error.detail }];
  }
}

/** A processor reads `chat_template.json` before all that its tokenizer reads, so where there are both, both are listed. */
async function ofProcessor(first: TemplateItem | undefined, label: string): Promise<TemplateItem[]> {
  if (first === undefined || first.file === first.place) return [];
  const file = path.join(first.place, 'chat_template.json');
  if (first.file === file) return [];
  const found = await readChatTemplates(file).catch(() => []);
  return found.map(({ name, sha256 }) => {
    return { ...first, label: `${label} · chat_template.json`, place: file, name, file, sha256 };
  });
}
