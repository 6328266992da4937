import path from 'node:path';
import * as vscode from 'vscode';
import { countBySeverity } from '../../core/dataset/findings/finding-counts.ts';
import { fileKind } from '../../core/dataset/file-kind.ts';
import type { LintedFile, Severity } from '../../core/dataset/findings/finding.ts';
import { formatBytes } from '../../core/text/format-bytes.ts';
import { say } from '../kit/say.ts';
import type { OverlapNotes } from './overlap-notes.ts';
import { MOST_UNASKED } from './workspace-datasets.ts';
import type { FileNode, FindingNode, FolderNode, MoreNode, RuleNode } from './dataset-nodes.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

const icons: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  info: new vscode.ThemeIcon('info'),
};

const trained = new vscode.ThemeIcon('database');
const heldOut = new vscode.ThemeIcon('database', new vscode.ThemeColor('charts.purple'));

export function folderItem({ path: folder }: FolderNode): vscode.TreeItem {
  const item = new vscode.TreeItem(folder, Expanded);
  item.id = `folder ${folder}`;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.contextValue = 'dataset-folder';
  return item;
}

/** What is known of a file. */
export interface FileFacts {
  /** null before it was looked at */
  readonly linted: LintedFile | null;
  /** of all its rows; null where they are not known */
  readonly tokens: number | null;
  readonly overlap: OverlapNotes;
}

export function fileItem(
  { uri, size, pairing }: FileNode,
  { linted, tokens, overlap }: FileFacts,
): vscode.TreeItem {
  const item = new vscode.TreeItem(path.posix.basename(uri.path), Collapsed);
  item.id = uri.toString();
  item.resourceUri = uri;
  item.iconPath = pairing.heldOutFor.length > 0 ? heldOut : trained;
  item.contextValue = 'dataset';
  item.command = openCommand(uri);
  const pair = pairing.heldOutFor.map((file) => say('dataset.view.held-out-for', { file }));
  const counts = linted === null ? [] : problemsOf(linted);
  const rows = linted === null ? [] : [say('dataset.view.rows', { rows: linted.rows })];
  const format = linted === null ? [] : [formatOf(linted)];
  const inTokens = tokens === null ? [] : [say('dataset.view.tokens', { count: tokens })];
  const waits = linted === null && size > MOST_UNASKED ? [say('dataset.view.unread')] : [];
  const parts = [
    ...rows,
    ...counts.slice(0, 2),
    ...pair,
    overlap.line,
    ...format,
    ...inTokens,
    formatBytes(size),
    ...waits,
  ];
  item.description = parts.filter((part) => part !== '').join(' · ');
  const others = pairing.heldOut.map((file) => say('dataset.view.held-out', { file }));
  const facts = linted === null ? [say('dataset.view.unread')] : [...rows, ...format];
  item.tooltip = [
    vscode.workspace.asRelativePath(uri),
    [...facts, ...inTokens, formatBytes(size)].join(' · '),
    counts.filter((part) => part !== '').join(', '),
    [...pair, ...others].join(', '),
    ...overlap.tooltip,
  ]
    .filter((part) => part !== '')
    .join('\n');
  return item;
}

/** Parquet is no text: its report is what there is to be seen of it. */
function openCommand(uri: vscode.Uri): vscode.Command {
  const command = fileKind(uri.path) === 'parquet' ? 'tuningFork.showDatasetReport' : 'vscode.open';
  return { command, title: '', arguments: [uri] };
}

/** Errors, warnings and notes; empty where there are none. */
function problemsOf(linted: LintedFile): string[] {
  const counts = countBySeverity(linted);
  const said = (id: string, severity: Severity): string => {
    const count = counts[severity];
    return count === 0 ? '' : say(id, { count });
  };
  return [
    said('dataset.view.errors', 'error'),
    said('dataset.view.warnings', 'warning'),
    said('dataset.view.infos', 'info'),
  ];
}

function formatOf({ format }: LintedFile): string {
  return format === 'unknown' ? say('dataset.format.unknown') : format;
}

export function ruleItem(node: RuleNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.rule, Collapsed);
  item.id = `${node.uri.toString()}#${node.rule}`;
  item.description = node.count.toLocaleString('en-US');
  item.iconPath = icons[node.severity];
  return item;
}

export function findingItem({ uri, finding }: FindingNode): vscode.TreeItem {
  const place =
    finding.row === 0 ? say('dataset.view.whole-file') : say('dataset.related-row', { row: finding.row });
  const item = new vscode.TreeItem(place);
  const text = say(finding.message);
  item.description = text;
  item.tooltip = text;
  item.command = { command: 'tuningFork.internal.openFinding', title: '', arguments: [uri, finding] };
  return item;
}

export function moreItem(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(say('dataset.view.more', { count: node.count }));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'tuningFork.internal.listMoreFindings', title: '', arguments: [node] };
  return item;
}
