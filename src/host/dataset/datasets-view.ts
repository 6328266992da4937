import path from 'node:path';
import * as vscode from 'vscode';
import { severityByRule, sumOf } from '../../core/dataset/findings/finding-counts.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import type { HeldOutFile } from '../../node/dataset/held-out-comparisons.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import { say } from '../kit/say.ts';
import type { DatasetPairs } from './dataset-pairs.ts';
import { fileItem, findingItem, folderItem, moreItem, ruleItem } from './dataset-items.ts';
import type { HeldOutOverlaps } from './held-out-overlaps.ts';
import type { OverlapNotes } from './overlap-notes.ts';
import type { DatasetNode, FileNode, MoreNode, Pairing, RuleNode } from './dataset-nodes.ts';
import type { TokenTotals } from './token-totals.ts';
import type { DatasetFile } from './find-dataset-files.ts';
import type { WorkspaceDatasets } from './workspace-datasets.ts';

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
  readonly #loadOverlaps: () => Promise<HeldOutOverlaps>;
  /** Loaded with the first pair. */
  #overlaps: HeldOutOverlaps | null = null;
  /** The files of the tree that is shown. */
  #nodes = new Map<string, FileNode>();
  /** How many findings of a rule are listed, where that is more than at first. */
  readonly #listed = new Map<string, number>();

  constructor(
    datasets: WorkspaceDatasets,
    pairs: DatasetPairs,
    totals: TokenTotals,
    loadOverlaps: () => Promise<HeldOutOverlaps>,
  ) {
    this.#datasets = datasets;
    this.#pairs = pairs;
    this.#totals = totals;
    this.#loadOverlaps = loadOverlaps;
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
        return this.#rules(node);
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
        return fileItem(node, {
          linted: this.#datasets.known(node.uri),
          tokens: this.#totals.get(node.uri, node),
          overlap: this.#notesOf(node),
        });
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

  /** Finds, lints and compares everything anew. */
  refresh(): void {
    this.#overlaps?.forget();
    this.#datasets.refresh();
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** While the whole tree is drawn anew, commands of its menus are called without their node. */
  #redrawFile(uri: vscode.Uri | undefined): void {
    this.#changed.fire(uri === undefined ? undefined : this.#nodes.get(uri.toString()));
    // What was known of a document has gone with it: the file is looked at in its place.
    if (uri !== undefined && this.#datasets.known(uri) === null) this.#datasets.look();
  }

  async #top(): Promise<DatasetNode[]> {
    const files = await this.#datasets.files();
    const pairingOf = await this.#pairs.among(files.map(({ uri }) => uri));
    const byPath = new Map(files.map((file) => [file.uri.path, file]));
    const nodes = files.map((file): FileNode => {
      const pairing = pairingOf(file.uri);
      return { kind: 'file', ...file, pairing, heldOut: heldOutOf(file, pairing, byPath) };
    });
    await this.#followPairs(nodes);
    this.#nodes = new Map(nodes.map((each) => [each.uri.toString(), each]));
    const most = await this.#datasets.most();
    const notes: DatasetNode[] =
      most === null ? [] : [{ kind: 'note', text: say('dataset.view.most', { most }) }];
    const byFolder = Map.groupBy(nodes, ({ uri }) => folderOf(uri));
    const folders = [...byFolder].filter(([folder]) => folder !== '.');
    return [
      ...folders.map(([folder, inside]): DatasetNode => {
        return { kind: 'folder', path: folder, files: inside };
      }),
      ...(byFolder.get('.') ?? []),
      ...notes,
    ];
  }

  async #rules(file: FileNode): Promise<DatasetNode[]> {
    const { uri } = file;
    const overlap = this.#overlaps?.opened(file) ?? { findings: [], notes: [] };
    const before = this.#datasets.known(uri);
    const linted = await this.#datasets.lint(uri);
    if (linted === null) return [{ kind: 'note', text: say('dataset.view.unreadable') }];
    // A file that was looked at because it was opened here has something to say in its own line now.
    if (before === null) this.#redrawFile(uri);
    const byRule = Map.groupBy(linted.findings, ({ rule }) => rule);
    const severities = severityByRule(linted);
    const rules = Object.entries(linted.counts).map(([rule, count]): DatasetNode => {
      const severity = severities.get(rule) ?? 'info';
      return { kind: 'rule', uri, rule, severity, count, findings: byRule.get(rule) ?? [] };
    });
    // An open document has been compared by itself.
    const { findings } = overlap;
    const [first] = findings;
    if (first !== undefined && !byRule.has(first.rule)) {
      const { rule, severity } = first;
      rules.push({ kind: 'rule', uri, rule, severity, count: findings.length, findings });
    }
    const unlisted = sumOf(linted.unlisted);
    if (unlisted > 0) rules.push({ kind: 'note', text: say('dataset.unlisted', { unlisted }) });
    const notes = overlap.notes.map((text): DatasetNode => ({ kind: 'note', text }));
    if (rules.length + notes.length === 0) return [{ kind: 'note', text: say('dataset.view.clean') }];
    return [...rules, ...notes];
  }

  #notesOf(node: FileNode): OverlapNotes {
    const ofPath = new Set(node.pairing.heldOutFiles);
    const others = [...this.#nodes.values()].filter(({ uri }) => ofPath.has(uri.path));
    return this.#overlaps?.notes(node, others) ?? { line: '', tooltip: [] };
  }

  async #followPairs(nodes: readonly FileNode[]): Promise<void> {
    if (this.#overlaps === null && nodes.every(({ heldOut }) => heldOut === null)) return;
    if (this.#overlaps === null) {
      const loaded = await this.#loadOverlaps();
      // Asked for twice at once, it is loaded twice.
      if (this.#overlaps === null) {
        this.#overlaps = this.#store.add(loaded);
        this.#store.add(loaded.onDidChange((path) => this.#redrawPair(path)));
      } else loaded.dispose();
    }
    this.#overlaps.keep(nodes);
  }

  /** @param heldOut path of the file that was compared */
  #redrawPair(heldOut: string): void {
    const isOfPair = ({ uri, pairing }: FileNode): boolean =>
      uri.fsPath === heldOut || pairing.heldOutFiles.some((path) => vscode.Uri.file(path).fsPath === heldOut);
    for (const node of this.#nodes.values()) if (isOfPair(node)) this.#changed.fire(node);
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

/** A file with what it is held out for, as far as that lies on this disk. */
function heldOutOf(
  file: DatasetFile,
  { trainedFiles }: Pairing,
  byPath: ReadonlyMap<string, DatasetFile>,
): HeldOutFile | null {
  const onDisk = [file, ...trainedFiles.flatMap((each) => byPath.get(each) ?? [])].filter(
    ({ uri }) => uri.scheme === 'file',
  );
  const [own, ...trained] = onDisk.map(({ uri, size, mtime }) => ({ path: uri.fsPath, size, mtime }));
  return own === undefined || file.uri.scheme !== 'file' || trained.length === 0 ? null : { ...own, trained };
}

function keyOf({ uri, rule }: RuleNode): string {
  return `${uri.toString()}#${rule}`;
}

/** The folder of a file as it is named in the workspace; `.` at its top. */
function folderOf(uri: vscode.Uri): string {
  return path.posix.dirname(vscode.workspace.asRelativePath(uri).split(path.sep).join('/'));
}
