import { closestName } from '../../recipe/closest-name.ts';
import { ruleTable } from '../rules/rule-table.ts';

/** The rule id that a misspelt one was probably meant to be; null if no id is near. */
export function closestRule(name: string): string | null {
  const underscored = new Map(ruleTable.map(({ id }) => [id.replaceAll('-', '_'), id]));
  return underscored.get(closestName(name, underscored.keys()) ?? '') ?? null;
}
