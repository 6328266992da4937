import type * as vscode from 'vscode';
import type { Finding, Severity } from '../../core/dataset/findings/finding.ts';
import type { HeldOutFile } from '../../node/dataset/held-out-comparisons.ts';
import type { DatasetFile } from './find-dataset-files.ts';

/** A place in the Datasets view: folder → file → rule → row. */
export type DatasetNode = FolderNode | FileNode | RuleNode | FindingNode | NoteNode | MoreNode;

/** Files below the top of the workspace stand under their folder. */
export interface FolderNode {
  readonly kind: 'folder';
  /** Its path in the workspace. */
  readonly path: string;
  readonly files: readonly FileNode[];
}
export interface FileNode extends DatasetFile {
  readonly kind: 'file';
  readonly pairing: Pairing;
  /** With the files that it is held out for; null where it is held out for none on this disk. */
  readonly heldOut: HeldOutFile | null;
}
/** Names of the files that are held out for a file, and of those that it is held out for. */
export interface Pairing {
  readonly heldOut: readonly string[];
  readonly heldOutFor: readonly string[];
  /** Paths of the files that it is held out for, and of those that are held out for it. */
  readonly trainedFiles: readonly string[];
  readonly heldOutFiles: readonly string[];
}
export interface RuleNode {
  readonly kind: 'rule';
  readonly uri: vscode.Uri;
  readonly rule: string;
  readonly severity: Severity;
  /** Of all its findings, those that are not listed with them. */
  readonly count: number;
  readonly findings: readonly Finding[];
}
export interface FindingNode {
  readonly kind: 'finding';
  readonly uri: vscode.Uri;
  readonly finding: Finding;
}
export interface NoteNode {
  readonly kind: 'note';
  readonly text: string;
}
/** Leads to the findings of a rule that are not listed yet. */
export interface MoreNode {
  readonly kind: 'more';
  readonly of: RuleNode;
  readonly count: number;
}
