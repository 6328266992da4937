import path from 'node:path';
import * as vscode from 'vscode';
import type { Finding, LintedFile, Severity } from '../../core/dataset/finding.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import type { WorkspaceDatasets } from './workspace-datasets.ts';

type DatasetNode = FileNode | RuleNode | FindingNode | NoteNode;

interface FileNode {
  readonly kind: 'file';
  readonly uri: vscode.Uri;
}
interface RuleNode {
  readonly kind: 'rule';
  readonly uri: vscode.Uri;
  readonly rule: string;
  readonly findings: readonly Finding[];
}
interface FindingNode {
  readonly kind: 'finding';
  readonly uri: vscode.Uri;
  readonly finding: Finding;
}
interface NoteNode {
  readonly kind: 'note';
  readonly text: string;
}

/** A rule with more findings than this shows the first of them and says how many follow. */
const MOST_LISTED = 200;

const icons: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  info: new vscode.ThemeIcon('info'),
};

/** The Datasets view: file → rule → row. Files are linted when the view first shows them. */
export class DatasetsView implements vscode.TreeDataProvider<DatasetNode>, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<DatasetNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #datasets: WorkspaceDatasets;

  constructor(datasets: WorkspaceDatasets) {
    this.#datasets = datasets;
    this.#store.add(datasets.onDidChange(() => this.#changed.fire(undefined)));
    this.#store.add(onSettingsChanged(() => this.#changed.fire(undefined)));
    this.#store.add(vscode.window.createTreeView('tuningFork.datasets', { treeDataProvider: this }));
  }

  async getChildren(node?: DatasetNode): Promise<DatasetNode[]> {
    if (node === undefined) return (await this.#datasets.files()).map((uri) => ({ kind: 'file', uri }));
    switch (node.kind) {
      case 'file':
        return this.#rules(node.uri);
      case 'rule':
        return findingNodes(node);
      case 'finding':
      case 'note':
        return [];
    }
  }

  getTreeItem(node: DatasetNode): vscode.TreeItem {
    switch (node.kind) {
      case 'file':
        return this.#fileItem(node.uri);
      case 'rule':
        return ruleItem(node);
      case 'finding':
        return findingItem(node);
      case 'note':
        return new vscode.TreeItem(node.text);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #rules(uri: vscode.Uri): Promise<DatasetNode[]> {
    const linted = await this.#datasets.lint(uri);
    if (linted === null) return [{ kind: 'note', text: sentence('dataset.view.unreadable') }];
    if (linted.findings.length === 0) return [{ kind: 'note', text: sentence('dataset.view.clean') }];
    const rules = Object.keys(linted.counts);
    return rules.map((rule) => {
      const findings = linted.findings.filter((finding) => finding.rule === rule);
      return { kind: 'rule', uri, rule, findings };
    });
  }

  #fileItem(uri: vscode.Uri): vscode.TreeItem {
    const item = new vscode.TreeItem(path.basename(uri.fsPath), vscode.TreeItemCollapsibleState.Collapsed);
    item.id = uri.toString();
    item.resourceUri = uri;
    item.iconPath = new vscode.ThemeIcon('database');
    item.contextValue = 'dataset';
    item.command = { command: 'vscode.open', title: '', arguments: [uri] };
    const linted = this.#datasets.known(uri);
    item.description = linted ? fileDescription(linted) : '';
    item.tooltip = [vscode.workspace.asRelativePath(uri), item.description].filter(Boolean).join('\n');
    return item;
  }
}

/** The number of rows comes before the format, so that the format is cut off first. */
function fileDescription(linted: LintedFile): string {
  const format = linted.format === 'unknown' ? sentence('dataset.format.unknown') : linted.format;
  const parts = [sentence('dataset.view.rows', { rows: linted.rows }), format];
  const problems = linted.findings.filter((finding) => finding.severity !== 'info').length;
  if (problems > 0) parts.push(sentence('dataset.view.problems', { problems }));
  return parts.join(' · ');
}

function ruleItem(node: RuleNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.rule, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${node.uri.toString()}#${node.rule}`;
  item.description = String(node.findings.length);
  item.iconPath = icons[node.findings[0]?.severity ?? 'info'];
  return item;
}

function findingNodes(node: RuleNode): DatasetNode[] {
  const { uri } = node;
  const listed: DatasetNode[] = node.findings
    .slice(0, MOST_LISTED)
    .map((finding) => ({ kind: 'finding', uri, finding }));
  const rest = node.findings.length - listed.length;
  return rest === 0
    ? listed
    : [...listed, { kind: 'note', text: sentence('dataset.more-findings', { count: rest }) }];
}

function findingItem({ uri, finding }: FindingNode): vscode.TreeItem {
  const place =
    finding.row === 0
      ? sentence('dataset.view.whole-file')
      : sentence('dataset.related-row', { row: finding.row });
  const item = new vscode.TreeItem(place);
  const text = formatMessage(finding.message, displayLanguage());
  item.description = text;
  item.tooltip = text;
  item.command = { command: 'tuningFork.internal.openFinding', title: '', arguments: [uri, finding] };
  return item;
}

function sentence(id: string, args: Record<string, string | number> = {}): string {
  return formatMessage({ id, args }, displayLanguage());
}
