import * as vscode from 'vscode';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { folderOf } from '../kit/workspace-folder.ts';
import type { WorkspaceRecipes } from '../recipe/workspace-recipes.ts';
import type { WorkspaceTemplates } from './workspace-templates.ts';

/** The template that a dataset is shown with. */
export interface TemplateChoice {
  /** A template or GGUF file, or a model folder that has one; its fragment names one of several templates. */
  readonly uri: vscode.Uri;
  /** Folder of the tokenizer that the special tokens come from; null if none is known. */
  readonly tokenizer: vscode.Uri | null;
  /** The recipe in use takes its loss on answers alone. */
  readonly answersOnly: boolean;
  /** Of a prompt with its completion it takes its loss on the completion alone. */
  readonly completionOnly: boolean;
}

/**
 * Which template a dataset is shown with: the one that the user chose for it, else that of the recipe which trains on it, else the
 * only one of the workspace.
 */
export class TemplateChoices implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #templates: WorkspaceTemplates;
  readonly #recipes: WorkspaceRecipes;
  readonly #memory: vscode.Memento;

  constructor(templates: WorkspaceTemplates, recipes: WorkspaceRecipes, memory: vscode.Memento) {
    this.#templates = templates;
    this.#recipes = recipes;
    this.#memory = memory;
    for (const source of [templates, recipes])
      this.#store.add(source.onDidChange(() => this.#changed.fire()));
  }

  /** Keeps a choice of the user for a dataset; null goes back to the recipe's. */
  async choose(dataset: vscode.Uri, template: vscode.Uri | null): Promise<void> {
    await this.#memory.update(memoryKey(dataset), template?.toString());
    this.#changed.fire();
  }

  /** Null if nothing says which template it is. */
  async of(dataset: vscode.Uri): Promise<TemplateChoice | null> {
    const ofRecipe = await this.#ofRecipe(dataset);
    const chosen = this.#memory.get<string>(memoryKey(dataset));
    if (chosen !== undefined) {
      const uri = vscode.Uri.parse(chosen);
      const { tokenizer, answersOnly, completionOnly } = ofRecipe ?? NO_RECIPE;
      return { uri, tokenizer, answersOnly, completionOnly };
    }
    if (ofRecipe !== null) return ofRecipe;
    const all = await this.#templates.list();
    const only = all.length === 1 ? all[0] : undefined;
    return only === undefined ? null : { uri: only.uri, ...NO_RECIPE };
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #ofRecipe(dataset: vscode.Uri): Promise<TemplateChoice | null> {
    const folder = folderOf(dataset);
    if (folder === undefined || folder.uri.scheme !== 'file' || dataset.scheme !== 'file') return null;
    const cwd = folder.uri.fsPath;
    const recipes = (await this.#recipes.list()).map((uri) => uri.fsPath);
    if (recipes.length === 0) return null;
    const { recipeTemplateFor } = await import('../../node/recipe/recipe-template.ts');
    const found = await recipeTemplateFor(dataset.fsPath, recipes, cwd, process.env);
    if (found === null) return null;
    const { template, model, answersOnly, completionOnly } = found;
    const tokenizer = model === null ? null : vscode.Uri.file(model);
    return { uri: vscode.Uri.file(template), tokenizer, answersOnly, completionOnly };
  }
}

/** What is taken for training where no recipe says it. */
const NO_RECIPE = { tokenizer: null, answersOnly: true, completionOnly: true };

function memoryKey(dataset: vscode.Uri): string {
  return `template:${dataset.toString()}`;
}
