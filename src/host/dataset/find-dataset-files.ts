import * as vscode from 'vscode';
import { SKIPPED_FOLDERS, SKIPPED_PATTERN } from '../../core/dataset/skipped-folders.ts';
import { fileKind } from '../../core/dataset/file-kind.ts';

/** Many more are found than a tree is read to its end; what is beyond is said. */
const MOST_FILES = 2000;
const PATTERNS = ['**/*.{jsonl,ndjson,csv,parquet}', '**/*.json'];

/** A dataset file, its size in bytes, and when it was changed last. */
export interface DatasetFile {
  readonly uri: vscode.Uri;
  readonly size: number;
  readonly mtime: number;
}

interface FoundFiles {
  /** In the order of their paths. */
  readonly files: readonly DatasetFile[];
  /** How many files of a kind were looked at, where there are more; else null. */
  readonly most: number | null;
}

/** The dataset files of the workspace: those with the extension of one, and JSON that holds rows. */
export async function findDatasetFiles(): Promise<FoundFiles> {
  // Asked apart, so that many configurations in JSON hide no dataset.
  const found = await Promise.all(
    PATTERNS.map((pattern) => vscode.workspace.findFiles(pattern, SKIPPED_PATTERN, MOST_FILES + 1)),
  );
  const looked = found.flatMap((uris) => uris.slice(0, MOST_FILES));
  const files = (await Promise.all(looked.map(fileAt))).filter((file) => file !== null);
  const isCut = found.some(({ length }) => length > MOST_FILES);
  return { files: files.sort(byPath), most: isCut ? MOST_FILES : null };
}

/** Calls back when a file that may be a dataset is written, made or gone. */
export function watchDatasetFiles(onChange: (uri: vscode.Uri) => void): vscode.Disposable {
  const changed = (uri: vscode.Uri): void => {
    const parts = vscode.workspace.asRelativePath(uri).split('/');
    if (!parts.some((part) => SKIPPED_FOLDERS.includes(part))) onChange(uri);
  };
  const watchers = PATTERNS.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
  const events = watchers.flatMap((each) => [each.onDidChange, each.onDidCreate, each.onDidDelete]);
  return vscode.Disposable.from(...watchers, ...events.map((event) => event(changed)));
}

function byPath(one: DatasetFile, other: DatasetFile): number {
  return one.uri.fsPath < other.uri.fsPath ? -1 : 1;
}

/** A file of the pattern, if it holds rows: what is JSON may be anything. */
async function fileAt(uri: vscode.Uri): Promise<DatasetFile | null> {
  try {
    const { size, mtime, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return null;
    if (fileKind(uri.path) !== 'json') return { uri, size, mtime };
    if (uri.scheme !== 'file') return null;
    const { holdsRows } = await import('../../node/dataset/dataset-files.ts');
    return (await holdsRows(uri.fsPath)) ? { uri, size, mtime } : null;
  } catch {
    // It went away while it was looked at.
    return null;
  }
}
