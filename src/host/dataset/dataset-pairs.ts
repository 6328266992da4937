import path from 'node:path';
import * as vscode from 'vscode';
import { pairsByName, type HeldOutPair } from '../../core/dataset/overlap/held-out-pairs.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { folderOf } from '../kit/workspace-folder.ts';
import type { WorkspaceRecipes } from '../recipe/workspace-recipes.ts';
import type { Pairing } from './dataset-nodes.ts';

const none: Pairing = { heldOut: [], heldOutFor: [], trainedFiles: [], heldOutFiles: [] };

/** Which dataset files are held out for which: by their names, and by recipes that train on one and evaluate on the other. */
export class DatasetPairs implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #recipes: WorkspaceRecipes;
  readonly #onError: (error: unknown) => void;
  #ofRecipes: Promise<readonly HeldOutPair[]> | null = null;
  /** The files that recipes were read for: what a folder holds decides what a recipe finds in it. */
  #readFor = '';

  constructor(recipes: WorkspaceRecipes, onError: (error: unknown) => void) {
    this.#recipes = recipes;
    this.#onError = onError;
    this.#store.add(recipes.onDidChange(() => (this.#ofRecipes = null)));
  }

  readonly onDidChange = (listener: () => void): vscode.Disposable => this.#recipes.onDidChange(listener);

  /** The pairing of each of the files. */
  async among(files: readonly vscode.Uri[]): Promise<(file: vscode.Uri) => Pairing> {
    const known = new Set(files.map((file) => file.path));
    const asked = [...known].join('\n');
    if (asked !== this.#readFor) this.#ofRecipes = null;
    this.#readFor = asked;
    const ofRecipes = await (this.#ofRecipes ??= this.#readRecipes());
    const pairs = [...pairsByName([...known]), ...ofRecipes].filter(
      ({ train, heldOut }) => known.has(train) && known.has(heldOut),
    );
    return ({ path: file }) => {
      const unique = (of: readonly string[]): string[] => [...new Set(of)];
      const names = (of: readonly string[]): string[] => unique(of.map((each) => nameFor(each, file)));
      const heldOutFiles = unique(pairs.flatMap((pair) => (pair.train === file ? pair.heldOut : [])));
      const trainedFiles = unique(pairs.flatMap((pair) => (pair.heldOut === file ? pair.train : [])));
      if (heldOutFiles.length + trainedFiles.length === 0) return none;
      return { heldOut: names(heldOutFiles), heldOutFor: names(trainedFiles), trainedFiles, heldOutFiles };
    };
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #readRecipes(): Promise<readonly HeldOutPair[]> {
    try {
      const recipes = (await this.#recipes.list()).filter(({ scheme }) => scheme === 'file');
      if (recipes.length === 0) return [];
      const { pairsOfRecipes } = await import('../../node/recipe/pairs-of-recipes.ts');
      const placed = recipes.map((uri) => ({
        path: uri.fsPath,
        cwd: folderOf(uri)?.uri.fsPath ?? path.dirname(uri.fsPath),
      }));
      const pairs = await pairsOfRecipes(placed, process.env);
      return pairs.map(({ train, heldOut }) => ({
        train: vscode.Uri.file(train).path,
        heldOut: vscode.Uri.file(heldOut).path,
      }));
    } catch (error) {
      this.#onError(error);
      return [];
    }
  }
}

/** The name alone in the same folder, else the path in the workspace. */
function nameFor(file: string, besides: string): string {
  return path.posix.dirname(file) === path.posix.dirname(besides)
    ? path.posix.basename(file)
    : vscode.workspace.asRelativePath(vscode.Uri.file(file));
}
