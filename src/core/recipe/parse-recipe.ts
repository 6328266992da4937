import type { MessageArgs } from '../text/message.ts';
import { checkKeys } from './check-keys.ts';
import { checkSchedule } from './check-schedule.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkSettings } from './check-settings.ts';
import { checkTypes } from './check-types.ts';
import { readSettings } from './read-settings.ts';
import { readYaml } from './read-yaml.ts';
import type { ParsedRecipe, RecipeFinding } from './recipe.ts';
import { redactTokens } from './redact-token.ts';
import { bundledTrlKeys, type TrlKeys } from './trl-keys.ts';
import { entriesByName, type TextRange } from './yaml-node.ts';

/**
 * Reads a recipe (a TRL YAML file) as `trl sft --config` would, and says what is wrong with it as far as the text alone shows.
 * Nothing is thrown for what a file may hold.
 */
export function parseRecipe(text: string, keys: TrlKeys = bundledTrlKeys()): ParsedRecipe {
  const { root, fault } = readYaml(text);
  if (root === null) {
    const { detail, range } = fault;
    return only({
      id: 'recipe.yaml-syntax',
      args: { detail, line: range.line },
      severity: 'error',
      range,
      key: null,
    });
  }
  if (root.kind !== 'map') {
    const { range } = root;
    return only({ id: 'recipe.not-a-mapping', args: {}, severity: 'error', range, key: null });
  }
  const entries = entriesByName(root);
  const recipe = { entries, settings: readSettings(entries) };
  const top: TextRange = { start: 0, end: firstLineEnd(text), line: 1, column: 1 };
  const env = entries.get('env')?.value;
  const findings = [
    ...checkKeys(root, keys),
    ...checkTypes(root, keys).filter((finding) => finding.key !== 'env' || env?.kind !== 'map'),
    ...checkSecrets(root),
    ...checkSettings(recipe, top),
    ...checkSchedule(recipe, top),
  ];
  return { recipe, findings: findings.map(withoutTokens).sort((a, b) => a.range.start - b.range.start) };
}

function only(finding: RecipeFinding): ParsedRecipe {
  return { recipe: null, findings: [withoutTokens(finding)] };
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end === -1 ? text.length : end;
}

function withoutTokens(finding: RecipeFinding): RecipeFinding {
  const args: MessageArgs = Object.fromEntries(
    Object.entries(finding.args).map(([name, value]) => [
      name,
      typeof value === 'string' ? redactTokens(value) : value,
    ]),
  );
  return { ...finding, args, key: finding.key === null ? null : redactTokens(finding.key) };
}
