import fs from 'node:fs/promises';
import path from 'node:path';
import { recipeName } from '../../core/recipe/recipe-name.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import type { ParsedRecipe } from '../../core/recipe/recipe.ts';
import { HumanError } from '../../core/text/human-error.ts';

/** A recipe from disk: its text, and what it says. */
export interface ReadRecipe extends ParsedRecipe {
  /** `smol-lora` of `smol-lora.sft.yaml`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a recipe file.
 * @throws {HumanError} `recipe.not-there`, `recipe.not-a-file` or `recipe.not-readable`: there is no such recipe on the command line
 */
export async function readRecipe(recipePath: string, cwd: string): Promise<ReadRecipe> {
  const bytes = await readBytes(path.resolve(cwd, recipePath), recipePath);
  const name = recipeName(recipePath);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { name, text, ...parseRecipe(text) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const range = { start: 0, end: 0, line: 1, column: 1 };
    const finding = { id: 'recipe.not-utf-8', args: {}, severity: 'error' as const, range, key: null };
    return { name, text: '', recipe: null, findings: [finding] };
  }
}

async function readBytes(absolute: string, shown: string): Promise<Uint8Array> {
  try {
    return await fs.readFile(absolute);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EISDIR') throw new HumanError('recipe.not-a-file', { path: shown }, { cause: error });
    const id = code === 'EACCES' || code === 'EPERM' ? 'recipe.not-readable' : 'recipe.not-there';
    throw new HumanError(id, { path: shown }, { cause: error });
  }
}
