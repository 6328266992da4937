import { holdsToken } from './redact-token.ts';
import type { RecipeFinding } from './recipe.ts';
import type { YamlEntry, YamlNode } from './yaml-node.ts';

const SECRET_KEYS = new Set(['hub_token', 'aws_access_key_id', 'aws_secret_access_key']);
const SECRET_VARIABLE = /(?:TOKEN|_KEY|SECRET|PASSWORD)$/i;

/** Tokens and passwords in the recipe: it is copied into every run directory, so none may stand in it. */
export function checkSecrets(root: YamlNode): RecipeFinding[] {
  if (root.kind !== 'map') return [];
  return root.entries.flatMap((entry) => {
    const secret = findSecret(entry, SECRET_KEYS.has(entry.name));
    if (secret === null) return [];
    const { range } = secret;
    const key = holdsToken(entry.name) ? '[token]' : entry.name;
    return [{ id: 'recipe.token', args: { key }, severity: 'error' as const, range, key }];
  });
}

function findSecret({ name, key, value }: YamlEntry, secretKey: boolean): YamlNode | null {
  if (holdsToken(name)) return key;
  if (value.kind === 'str') {
    return holdsToken(value.value) || (secretKey && value.value.trim() !== '') ? value : null;
  }
  if (value.kind === 'list') {
    for (const item of value.items) {
      const found = findSecret({ name: '', key: item, value: item }, false);
      if (found !== null) return found;
    }
  }
  if (value.kind === 'map') {
    for (const entry of value.entries) {
      const found = findSecret(entry, SECRET_VARIABLE.test(entry.name));
      if (found !== null) return found;
    }
  }
  return null;
}
