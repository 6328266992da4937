import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import {
  capabilityRows,
  refusalMessage,
  type CapabilityRow,
} from '../../core/template/sources/capability-rows.ts';
import { templateCatalogue, type CatalogueModel } from '../../core/template/sources/template-catalogue.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { debounce } from '../kit/debounce.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { say } from '../kit/say.ts';
import { documentOfTemplate } from './template-documents.ts';
import type { TemplateInventory } from './template-inventory.ts';
import { CatalogueNode, TemplateNode, type TemplateGroup, type TemplateItem } from './template-item.ts';
import type { TemplateOrigins } from './template-origins.ts';
import type { TemplateProbes } from './template-probes.ts';
import { templateTooltip, verdictIcons } from './template-tooltip.ts';

type ViewNode =
  | { readonly kind: 'group'; readonly group: TemplateGroup }
  | TemplateNode
  | { readonly kind: 'capability'; readonly row: CapabilityRow }
  | CatalogueNode
  | { readonly kind: 'note'; readonly message: Message };

const QUIET_MS = 200;

const groupIcons: Readonly<Record<TemplateGroup, string>> = {
  workspace: 'root-folder',
  models: 'package',
  cache: 'archive',
  trl: 'mortar-board',
  catalogue: 'cloud',
};

/** The Templates view: where from → template → what it supports, which is found out when it is opened or pointed at. */
export class TemplatesView implements vscode.TreeDataProvider<ViewNode>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<ViewNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #inventory: TemplateInventory;
  readonly #probes: TemplateProbes;
  readonly #origins: TemplateOrigins;
  /** What was found when all of it was drawn last. */
  #drawn = '';

  constructor(inventory: TemplateInventory, probes: TemplateProbes, origins: TemplateOrigins) {
    this.#inventory = inventory;
    this.#probes = probes;
    this.#origins = origins;
    const look = this.#store.add(debounce(QUIET_MS, () => void this.#look()));
    this.#store.add(inventory.onDidChange(() => look.schedule()));
    this.#store.add(onSettingsChanged(() => this.#changed.fire(undefined)));
    const options = { treeDataProvider: this, showCollapseAll: true };
    const view = this.#store.add(vscode.window.createTreeView('tuningFork.templates', options));
    this.#store.add(view.onDidChangeVisibility(({ visible }) => visible && look.schedule()));
  }

  async getChildren(node?: ViewNode): Promise<ViewNode[]> {
    if (node === undefined) return this.#groups();
    switch (node.kind) {
      case 'group':
        return this.#members(node.group);
      case 'template':
        return this.#capabilities(node.template);
      case 'capability':
      case 'model':
      case 'note':
        return [];
      default:
        return unreachable(node);
    }
  }

  getTreeItem(node: ViewNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group);
      case 'template':
        return templateItem(node.template);
      case 'capability':
        return capabilityItem(node.row);
      case 'model':
        return modelItem(node.model, node.cached);
      case 'note':
        return new vscode.TreeItem(say(node.message));
      default:
        return unreachable(node);
    }
  }

  async resolveTreeItem(item: vscode.TreeItem, node: ViewNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'template') return item;
    const { template } = node;
    const found = template.sha256 === null ? null : await this.#probes.of(template).catch(ignoreHumanError);
    item.tooltip = templateTooltip(template, this.#origins.of(template.file), found);
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /**
   * Redraws where something is another than it was: a redrawn row forgets what it stands for, also for a menu that is open on it.
   */
  async #look(): Promise<void> {
    if ((await this.#find()).state !== this.#drawn) this.#changed.fire(undefined);
  }

  async #find() {
    const { revision } = this.#inventory;
    const found = await Promise.all([
      this.#inventory.workspace(),
      this.#inventory.models(),
      this.#inventory.cachedIds(),
    ]);
    return { found, state: JSON.stringify([revision, found]) };
  }

  /** None where nothing is at hand: then the welcome text says what to do. */
  async #groups(): Promise<ViewNode[]> {
    const { found, state } = await this.#find();
    this.#drawn = state;
    if (found.every((each) => each.length === 0)) return [];
    const groups: TemplateGroup[] = ['workspace', 'models', 'cache', 'trl', 'catalogue'];
    return groups.map((group) => ({ kind: 'group', group }));
  }

  async #members(group: TemplateGroup): Promise<ViewNode[]> {
    if (group === 'catalogue') return this.#catalogue();
    if (group === 'trl' && !vscode.workspace.isTrusted) return [note('templates.none.untrusted')];
    const templates = await this.#templatesOf(group);
    if (templates.length === 0) return [note(`templates.none.${group}`)];
    return templates.map((template) => new TemplateNode(template));
  }

  #templatesOf(group: TemplateItem['group']): Promise<TemplateItem[]> {
    switch (group) {
      case 'workspace':
        return this.#inventory.workspace();
      case 'models':
        return this.#inventory.models();
      case 'cache':
        return this.#inventory.cache();
      case 'trl':
        return this.#inventory.ofTrl();
      default:
        return unreachable(group);
    }
  }

  async #catalogue(): Promise<ViewNode[]> {
    const cached = new Set(await this.#inventory.cachedIds());
    return templateCatalogue.map((model) => new CatalogueNode(model, cached.has(model.id)));
  }

  async #capabilities(template: TemplateItem): Promise<ViewNode[]> {
    try {
      const found = await this.#probes.of(template);
      const refusal = refusalMessage(found);
      if (refusal !== null) return [{ kind: 'note', message: refusal }];
      return found.kind === 'probed' ? capabilityRows(found).map((row) => ({ kind: 'capability', row })) : [];
    } catch (error) {
      if (error instanceof HumanError) return [{ kind: 'note', message: error.detail }];
      throw error;
    }
  }
}

function groupItem(group: TemplateGroup): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const first = group === 'workspace' || group === 'models';
  const item = new vscode.TreeItem(say(`templates.group.${group}`), first ? Expanded : Collapsed);
  item.id = group;
  item.iconPath = new vscode.ThemeIcon(groupIcons[group]);
  item.contextValue = `template-group-${group}`;
  return item;
}

function templateItem(template: TemplateItem): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(template.label, template.sha256 === null ? None : Collapsed);
  item.id = `${template.group} ${template.place} ${template.name}`;
  item.iconPath = new vscode.ThemeIcon(template.sha256 === null ? 'error' : 'symbol-snippet');
  item.description = template.sha256 === null ? say('templates.unreadable') : template.sha256.slice(0, 8);
  item.contextValue = `template-${template.sha256 === null ? 'unreadable' : template.group}${template.added ? '-added' : ''}`;
  if (template.sha256 !== null)
    item.command = { command: 'vscode.open', title: '', arguments: [documentOfTemplate(template)] };
  return item;
}

function capabilityItem({ name, value, verdict }: CapabilityRow): vscode.TreeItem {
  const item = new vscode.TreeItem(say(name));
  item.description = say(value);
  item.iconPath = new vscode.ThemeIcon(verdictIcons[verdict]);
  item.tooltip = `${say(name)}: ${say(value)}`;
  return item;
}

function modelItem(model: CatalogueModel, cached: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(model.id);
  const { licence } = model;
  const access = model.gated ? say('templates.catalogue.gated', { licence }) : licence;
  item.id = `catalogue ${model.id}`;
  item.description = cached ? say('templates.catalogue.cached') : access;
  item.tooltip = `${model.family}: ${model.id}\n${access}\n${say('templates.catalogue.how', { id: model.id })}`;
  item.iconPath = new vscode.ThemeIcon(model.gated ? 'lock' : 'cloud');
  item.contextValue = 'template-catalogue';
  return item;
}

function note(id: string): ViewNode {
  return { kind: 'note', message: { id } };
}

function ignoreHumanError(error: unknown): null {
  if (error instanceof HumanError) return null;
  throw error;
}
