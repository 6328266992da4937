import path from 'node:path';
import * as vscode from 'vscode';
import { runLine } from '../../core/run/run-line.ts';
import type { RunState } from '../../core/run/run-summary.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { WorkspaceRecipes } from '../recipe/workspace-recipes.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import type { RunStores, WorkspaceRun } from './run-stores.ts';

/** A place in the tree: recipes stand under one heading, ended runs under the day they began. */
export type RunsNode = RunNode | RecipeNode | HeadingNode;

interface RunNode {
  readonly kind: 'run';
  readonly run: WorkspaceRun;
}
interface RecipeNode {
  readonly kind: 'recipe';
  readonly uri: vscode.Uri;
}
interface HeadingNode {
  readonly kind: 'heading';
  readonly label: string;
  readonly open: boolean;
  readonly children: readonly RunsNode[];
}

const icons: Readonly<Record<RunState, vscode.ThemeIcon>> = {
  running: new vscode.ThemeIcon('sync~spin', new vscode.ThemeColor('charts.blue')),
  completed: new vscode.ThemeIcon('pass', new vscode.ThemeColor('charts.green')),
  failed: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  stopped: new vscode.ThemeIcon('debug-stop'),
  lost: new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('list.warningForeground')),
};

/** The Recipes & Runs view: running runs on top, then recipes, then history by day. */
export class RunsView implements vscode.TreeDataProvider<RunsNode>, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<RunsNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #stores: RunStores;
  readonly #recipes: WorkspaceRecipes;

  constructor(stores: RunStores, recipes: WorkspaceRecipes) {
    this.#stores = stores;
    this.#recipes = recipes;
    this.#store.add(onSettingsChanged(() => this.#changed.fire(undefined)));
    for (const source of [stores, recipes])
      this.#store.add(source.onDidChange(() => this.#changed.fire(undefined)));
    this.#store.add(vscode.window.createTreeView('tuningFork.runs', { treeDataProvider: this }));
  }

  async getChildren(node?: RunsNode): Promise<RunsNode[]> {
    if (node !== undefined) return node.kind === 'heading' ? [...node.children] : [];
    const { runs } = this.#stores;
    const recipes = await this.#recipes.list();
    const living = runs.filter((run) => run.status.summary.state === 'running');
    const ended = runs.filter((run) => run.status.summary.state !== 'running');
    const heading = recipeHeading(recipes);
    return [...living.map(runNode), ...(heading === null ? [] : [heading]), ...byDay(ended)];
  }

  getTreeItem(node: RunsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'run':
        return runItem(node.run);
      case 'recipe':
        return recipeItem(node.uri);
      case 'heading':
        return headingItem(node);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function runNode(run: WorkspaceRun): RunsNode {
  return { kind: 'run', run };
}

function recipeHeading(recipes: readonly vscode.Uri[]): HeadingNode | null {
  if (recipes.length === 0) return null;
  const label = formatMessage({ id: 'runs.view.recipes' }, displayLanguage());
  return { kind: 'heading', label, open: true, children: recipes.map((uri) => ({ kind: 'recipe', uri })) };
}

function byDay(runs: readonly WorkspaceRun[]): HeadingNode[] {
  const days = Map.groupBy(runs, (run) => dayWords(new Date(run.status.summary.createdAt)));
  return [...days].map(([label, ofDay], index) => ({
    kind: 'heading',
    label,
    open: index === 0,
    children: ofDay.map(runNode),
  }));
}

function dayWords(date: Date): string {
  const language = displayLanguage();
  if (date.toDateString() === new Date().toDateString())
    return formatMessage({ id: 'runs.view.today' }, language);
  return date.toLocaleDateString(language === 'ko' ? 'ko-KR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function runItem({ status }: WorkspaceRun): vscode.TreeItem {
  const { summary } = status;
  const language = displayLanguage();
  const item = new vscode.TreeItem(summary.name);
  item.id = summary.id;
  item.iconPath = icons[summary.state];
  item.description = runLine(summary, language);
  item.contextValue = `run-${summary.state}${summary.launcher === 'jobs' ? '-jobs' : ''}`;
  const outcome = status.outcome === null ? item.description : formatMessage(status.outcome, language);
  item.tooltip = `${summary.id}\n${outcome}`;
  item.command = { command: 'tuningFork.showRun', title: '', arguments: [status.record.id] };
  return item;
}

function recipeItem(uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(path.basename(uri.fsPath));
  item.id = uri.toString();
  item.resourceUri = uri;
  item.iconPath = new vscode.ThemeIcon('file-code');
  const folder = path.dirname(vscode.workspace.asRelativePath(uri));
  item.description = folder === '.' ? '' : folder;
  item.contextValue = 'recipe';
  item.command = { command: 'vscode.open', title: '', arguments: [uri] };
  return item;
}

function headingItem(node: HeadingNode): vscode.TreeItem {
  const state = node.open
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(node.label, state);
  item.id = `heading:${node.label}`;
  return item;
}
