import path from 'node:path';
import * as vscode from 'vscode';
import { severityByRule, sumOf } from '../../core/dataset/count-by-rule.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import type { DatasetPairs } from './dataset-pairs.ts';
import { fileItem, findingItem, folderItem, moreItem, ruleItem, sentence } from './dataset-items.ts';
import type { DatasetNode, FileNode, MoreNode, RuleNode } from './dataset-nodes.ts';
import type { TokenTotals } from './token-totals.ts';
import type { DatasetFile, WorkspaceDatasets } from './workspace-datasets.ts';

/** Findings of a rule that are listed at first, and with each wish for more. */
const LISTED = 200;

/** The Datasets view: folder → file → rule → row. Files are linted when the view first shows them. */
export class DatasetsView implements vscode.TreeDataProvider<DatasetNode>, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<DatasetNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #datasets: WorkspaceDatasets;
  readonly #pairs: DatasetPairs;
  readonly #totals: TokenTotals;
  /** The files of the tree that is shown. */
  #nodes = new Map<string, FileNode>();
  /** How many findings of a rule are listed, where that is more than at first. */
  readonly #listed = new Map<string, number>();

  constructor(datasets: WorkspaceDatasets, pairs: DatasetPairs, totals: TokenTotals) {
    this.#datasets = datasets;
    this.#pairs = pairs;
    this.#totals = totals;
    const redraw = (): void => this.#changed.fire(undefined);
    this.#store.add(datasets.onDidChange((uri) => this.#redrawFile(uri)));
    this.#store.add(pairs.onDidChange(redraw));
    this.#store.add(totals.onDidChange(redraw));
    this.#store.add(onSettingsChanged(redraw));
    this.#store.add(
      vscode.commands.registerCommand('tuningFork.internal.listMoreFindings', (node: MoreNode) =>
        this.#listMore(node),
      ),
    );
    this.#store.add(vscode.window.createTreeView('tuningFork.datasets', { treeDataProvider: this }));
  }

  async getChildren(node?: DatasetNode): Promise<DatasetNode[]> {
    if (node === undefined) return this.#top();
    switch (node.kind) {
      case 'folder':
        return [...node.files];
      case 'file':
        return this.#rules(node.uri);
      case 'rule':
        return this.#findings(node);
      case 'finding':
      case 'note':
      case 'more':
        return [];
    }
  }

  getTreeItem(node: DatasetNode): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return folderItem(node);
      case 'file':
        return fileItem(node, this.#datasets.known(node.uri), this.#totals.get(node.uri, node));
      case 'rule':
        return ruleItem(node);
      case 'finding':
        return findingItem(node);
      case 'note':
        return new vscode.TreeItem(node.text);
      case 'more':
        return moreItem(node);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** While the whole tree is drawn anew, commands of its menus are called without their node. */
  #redrawFile(uri: vscode.Uri | undefined): void {
    this.#changed.fire(uri === undefined ? undefined : this.#nodes.get(uri.toString()));
    // What was known of a document has gone with it: the file is looked at in its place.
    if (uri !== undefined && this.#datasets.known(uri) === null) void this.#datasets.files();
  }

  async #top(): Promise<DatasetNode[]> {
    const files = await this.#datasets.files();
    const pairingOf = await this.#pairs.among(files.map(({ uri }) => uri));
    const node = (file: DatasetFile): FileNode => ({ kind: 'file', ...file, pairing: pairingOf(file.uri) });
    const nodes = files.map(node);
    this.#nodes = new Map(nodes.map((each) => [each.uri.toString(), each]));
    const byFolder = Map.groupBy(nodes, ({ uri }) => folderOf(uri));
    const folders = [...byFolder].filter(([folder]) => folder !== '.');
    return [
      ...folders.map(([folder, inside]): DatasetNode => {
        return { kind: 'folder', path: folder, files: inside };
      }),
      ...(byFolder.get('.') ?? []),
    ];
  }

  async #rules(uri: vscode.Uri): Promise<DatasetNode[]> {
    const before = this.#datasets.known(uri);
    const linted = await this.#datasets.lint(uri);
    if (linted === null) return [{ kind: 'note', text: sentence('dataset.view.unreadable') }];
    // A file that was looked at because it was opened here has something to say in its own line now.
    if (before === null) this.#redrawFile(uri);
    if (Object.keys(linted.counts).length === 0)
      return [{ kind: 'note', text: sentence('dataset.view.clean') }];
    const byRule = Map.groupBy(linted.findings, ({ rule }) => rule);
    const severities = severityByRule(linted);
    const rules = Object.entries(linted.counts).map(([rule, count]): DatasetNode => {
      const severity = severities.get(rule) ?? 'info';
      return { kind: 'rule', uri, rule, severity, count, findings: byRule.get(rule) ?? [] };
    });
    const unlisted = sumOf(linted.unlisted);
    return unlisted === 0
      ? rules
      : [...rules, { kind: 'note', text: sentence('dataset.unlisted', { unlisted }) }];
  }

  #findings(node: RuleNode): DatasetNode[] {
    const { uri, findings } = node;
    const most = this.#listed.get(keyOf(node)) ?? LISTED;
    const listed = findings.slice(0, most).map((finding): DatasetNode => ({ kind: 'finding', uri, finding }));
    const left = findings.length - listed.length;
    return left === 0 ? listed : [...listed, { kind: 'more', of: node, count: Math.min(left, LISTED) }];
  }

  #listMore({ of }: MoreNode): void {
    const key = keyOf(of);
    this.#listed.set(key, (this.#listed.get(key) ?? LISTED) + LISTED);
    this.#changed.fire(of);
  }
}

function keyOf({ uri, rule }: RuleNode): string {
  return `${uri.toString()}#${rule}`;
}

/** The folder of a file as it is named in the workspace; `.` at its top. */
function folderOf(uri: vscode.Uri): string {
  return path.posix.dirname(vscode.workspace.asRelativePath(uri).split(path.sep).join('/'));
}
