import { parseRecipe } from '../recipe/parse-recipe.ts';
import { relocateRecipe, type Relocation } from '../recipe/relocate-recipe.ts';
import type { YamlNode } from '../recipe/yaml-node.ts';
import { redactSecrets } from '../run/redact-secrets.ts';
import { hidePaths, isAbsolutePath, nameOfPath } from './hide-paths.ts';

/** A recipe's text as others may read it: no secrets, and of absolute paths the names alone, in values and in comments. */
export function shareRecipe(text: string): string {
  const { recipe } = parseRecipe(text);
  const relocated =
    recipe === null
      ? text
      : relocateRecipe(
          text,
          recipe.entries,
          [...recipe.entries].flatMap(([key, { value }]) => absoluteIn(value, [key])),
        );
  return redactSecrets(hidePaths(relocated));
}

function absoluteIn(node: YamlNode, path: Relocation['path']): Relocation[] {
  if (node.kind === 'list') return node.items.flatMap((item, index) => absoluteIn(item, [...path, index]));
  if (node.kind === 'map') {
    return node.entries.flatMap((entry) => absoluteIn(entry.value, [...path, entry.name]));
  }
  if (node.kind !== 'str' || !isAbsolutePath(node.value)) return [];
  return [{ path, value: nameOfPath(node.value) }];
}
